namespace LabelSpec.Grammar.Syntax;

/// <summary>Comparisons.</summary>
public enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
