using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>Makes one annotation of several; the first keeps its class, attributes and id.</summary>
public sealed record MergeFix(ImmutableArray<VariableSymbol> Targets, string? Title, SourceSpan Span)
    : RuleFix(Title, Span);
