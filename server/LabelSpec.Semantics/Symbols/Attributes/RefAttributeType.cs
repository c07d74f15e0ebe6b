namespace LabelSpec.Semantics.Symbols.Attributes;

/// <summary>The id of another annotation of the same image.</summary>
public sealed record RefAttributeType(ClassSet Classes) : AttributeType
{
    public override string ToString() => $"ref {Classes}";
}
