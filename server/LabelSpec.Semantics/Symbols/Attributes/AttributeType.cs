namespace LabelSpec.Semantics.Symbols.Attributes;

/// <summary>What values an attribute may have.</summary>
public abstract record AttributeType;
