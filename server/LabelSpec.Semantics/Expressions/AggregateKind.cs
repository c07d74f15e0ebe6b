namespace LabelSpec.Semantics.Expressions;

/// <summary>Numbers that sum up many annotations.</summary>
public enum AggregateKind
{
    Count,
    Sum,
    Min,
    Max,
    Average,
}
