namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>What a rule ranges over.</summary>
public abstract record RuleBinder;
