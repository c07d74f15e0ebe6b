namespace LabelSpec.Semantics.Types;

public sealed record BoolType : LabelType
{
    public static readonly BoolType Instance = new();

    public override string DisplayName => "bool";
}
