namespace LabelSpec.Semantics.Types;

/// <summary>The kind of shape of an annotation, as a value.</summary>
public sealed record ShapeType : LabelType
{
    public static readonly ShapeType Instance = new();

    public override string DisplayName => "shape";
}
