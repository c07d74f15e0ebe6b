namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>Every image, also one without annotations.</summary>
public sealed record ImageBinder : RuleBinder;
