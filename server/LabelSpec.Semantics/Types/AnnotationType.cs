namespace LabelSpec.Semantics.Types;

/// <summary>An annotation of one of these classes.</summary>
public sealed record AnnotationType(ClassSet Classes) : LabelType
{
    public override string DisplayName => $"annotation ({Classes})";
}
