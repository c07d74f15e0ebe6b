namespace LabelSpec.Semantics.Expressions;

/// <summary>Operators that compare two values.</summary>
public enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
