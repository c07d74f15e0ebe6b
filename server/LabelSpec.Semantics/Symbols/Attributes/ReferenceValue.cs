namespace LabelSpec.Semantics.Symbols.Attributes;

/// <summary>Another annotation of the same scene, by its name in the scene.</summary>
public sealed record ReferenceValue(string Name) : AttributeValue
{
    public override string ToString() => Name;
}
