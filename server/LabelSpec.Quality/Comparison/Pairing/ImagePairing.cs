using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>Which pictures both sides hold: the validation frames, or honeypots, that scores are made of.</summary>
/// <param name="Pairs">In ordinal order of their names.</param>
/// <param name="TruthOnly">Names of pictures that only the ground truth holds.</param>
/// <param name="WorkOnly">Names of pictures that only the work holds.</param>
public sealed record ImagePairing(
    ImmutableArray<ImagePair> Pairs,
    ImmutableArray<string> TruthOnly,
    ImmutableArray<string> WorkOnly
);
