namespace LabelSpec.Semantics.Expressions;

/// <summary>Operators on numbers.</summary>
public enum ArithmeticOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
}
