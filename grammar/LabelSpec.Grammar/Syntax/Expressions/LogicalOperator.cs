namespace LabelSpec.Grammar.Syntax;

/// <summary>Operators with any number of operands.</summary>
public enum LogicalOperator
{
    And,
    Or,
}
