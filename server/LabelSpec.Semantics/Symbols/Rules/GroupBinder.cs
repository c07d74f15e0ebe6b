namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>Every set of annotations of one image that share a group id, where at least one is of the classes of the variable.</summary>
public sealed record GroupBinder(VariableSymbol Variable) : RuleBinder;
