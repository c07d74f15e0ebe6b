namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>
/// Every two different annotations of one image, once. Where the variables have different classes, the pair is bound
/// the way round that fits; where both ways fit, the annotation that comes first in the data is the first.
/// </summary>
public sealed record UnorderedPairBinder(VariableSymbol First, VariableSymbol Second) : RuleBinder;
