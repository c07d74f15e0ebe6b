namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>The data as a whole, once.</summary>
public sealed record DatasetBinder : RuleBinder;
