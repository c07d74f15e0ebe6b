namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>Every annotation of the classes of the variable.</summary>
public sealed record EachBinder(VariableSymbol Variable) : RuleBinder;
