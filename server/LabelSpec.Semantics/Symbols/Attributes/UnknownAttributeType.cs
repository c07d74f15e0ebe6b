namespace LabelSpec.Semantics.Symbols.Attributes;

/// <summary>A type that the guideline gets wrong, which was reported; every value fits it.</summary>
public sealed record UnknownAttributeType : AttributeType
{
    public static readonly UnknownAttributeType Instance = new();

    public override string ToString() => "?";
}
