namespace LabelSpec.Grammar.Syntax;

/// <summary>Operators with two operands.</summary>
public enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Implies,
    Iff,
}
