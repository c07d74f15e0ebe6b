namespace LabelSpec.Semantics.Types;

/// <summary>The class of an annotation, as a value.</summary>
public sealed record ClassType : LabelType
{
    public static readonly ClassType Instance = new();

    public override string DisplayName => "class";
}
