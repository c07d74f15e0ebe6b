using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Symbols.Declarations;

/// <summary>An edge case that only people can judge.</summary>
public sealed class CaseSymbol : Symbol
{
    internal CaseSymbol(string name, SourceSpan nameSpan, SourceSpan span)
        : base(name, nameSpan, span) { }

    /// <summary>The version of the guideline that introduced it, or null.</summary>
    public string? Since { get; internal init; }

    public ImmutableArray<string> Prose { get; internal init; } = [];

    public ImmutableArray<Example> Examples { get; internal init; } = [];

    public ImmutableArray<Example> Counterexamples { get; internal init; } = [];

    public ImmutableArray<ReviewQuestion> Questions { get; internal init; } = [];
}
