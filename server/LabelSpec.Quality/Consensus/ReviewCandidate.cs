using System.Collections.Immutable;

namespace LabelSpec.Quality.Consensus;

/// <summary>An answer; the text is null for "nothing there". Its score is the share of votes, or the probability.</summary>
public sealed record ReviewCandidate(string? Answer, ImmutableArray<int> Annotators, double Score);
