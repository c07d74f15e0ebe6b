namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>Every ordered pair of two different annotations of one image.</summary>
public sealed record OrderedPairBinder(VariableSymbol First, VariableSymbol Second) : RuleBinder;
