namespace LabelSpec.Grammar.Syntax;

/// <summary>Operators with one operand.</summary>
public enum UnaryOperator
{
    Not,
    Minus,
}
