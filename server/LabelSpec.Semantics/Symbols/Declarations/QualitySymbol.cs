using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.Semantics.Symbols.Declarations;

/// <summary>How finished work is compared with ground truth, and what is good enough.</summary>
/// <param name="Matches">How annotations are matched; several where classes differ.</param>
/// <param name="Honeypots">The share of images with known answers, 0..1, or null.</param>
public sealed record QualitySymbol(
    ImmutableArray<MatchRule> Matches,
    ImmutableArray<QualityGate> Accept,
    ImmutableArray<QualityGate> Agreement,
    double? Honeypots,
    SourceSpan Span
);
