namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>Every track that has an annotation of the classes of the variable.</summary>
public sealed record TrackBinder(VariableSymbol Variable) : RuleBinder;
