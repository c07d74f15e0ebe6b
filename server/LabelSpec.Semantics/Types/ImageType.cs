namespace LabelSpec.Semantics.Types;

public sealed record ImageType : LabelType
{
    public static readonly ImageType Instance = new();

    public override string DisplayName => "image";
}
