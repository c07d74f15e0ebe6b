namespace LabelSpec.Semantics.Symbols.Attributes;

/// <summary>A value that a guideline gives to an attribute: a default, or in a scene.</summary>
public abstract record AttributeValue;
