namespace LabelSpec.Grammar.Syntax;

/// <summary>Aggregates.</summary>
public enum Aggregate
{
    Count,
    Sum,
    Minimum,
    Maximum,
    Average,
}
