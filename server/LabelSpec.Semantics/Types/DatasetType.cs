namespace LabelSpec.Semantics.Types;

public sealed record DatasetType : LabelType
{
    public static readonly DatasetType Instance = new();

    public override string DisplayName => "dataset";
}
