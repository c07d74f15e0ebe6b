namespace LabelSpec.Semantics.Expressions;

/// <summary>Operators on truth values.</summary>
public enum LogicOperator
{
    And,
    Or,
    Implies,
    Iff,
}
