namespace LabelSpec.Semantics.Types;

public sealed record TextType : LabelType
{
    public static readonly TextType Instance = new();

    public override string DisplayName => "text";
}
