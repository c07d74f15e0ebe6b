using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Symbols.Declarations;

/// <summary>How to tell classes apart. <c>never both</c> is enforced by a rule.</summary>
/// <param name="Variable">The annotation that the conditions of the choices speak of.</param>
/// <param name="Choices">In order; the first that applies decides.</param>
/// <param name="NeverBothAbove">The overlap from which two annotations are taken for one object, 0..1, or null.</param>
public sealed record DistinguishSymbol(
    ClassSymbol First,
    ImmutableArray<ClassSymbol> Others,
    VariableSymbol Variable,
    ImmutableArray<string> Prose,
    ImmutableArray<DistinguishChoice> Choices,
    ClassSymbol? Otherwise,
    double? NeverBothAbove,
    ImmutableArray<Example> Examples,
    ImmutableArray<ReviewQuestion> Questions,
    string? Documentation,
    SourceSpan Span
);
