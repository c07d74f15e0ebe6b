namespace LabelSpec.Semantics.Expressions;

/// <summary>Statements about some, no or all annotations.</summary>
public enum QuantifierKind
{
    Exists,
    No,
    Every,
}
