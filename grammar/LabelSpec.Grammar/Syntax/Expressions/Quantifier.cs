namespace LabelSpec.Grammar.Syntax;

/// <summary>Quantifiers.</summary>
public enum Quantifier
{
    Exists,
    No,
    Every,
}
