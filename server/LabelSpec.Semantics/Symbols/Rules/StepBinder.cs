namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>Every two annotations that follow each other in one track.</summary>
public sealed record StepBinder(VariableSymbol From, VariableSymbol To) : RuleBinder;
