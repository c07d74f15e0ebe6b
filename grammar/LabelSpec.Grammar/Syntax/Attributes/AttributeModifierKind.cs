namespace LabelSpec.Grammar.Syntax;

/// <summary>What may stand after the type of an attribute.</summary>
public enum AttributeModifierKind
{
    Required,
    RequiredWhen,
    OnlyWhen,
    Constant,
    Default,
}
