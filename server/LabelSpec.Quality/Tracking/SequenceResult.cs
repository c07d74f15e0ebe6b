using System.Collections.Immutable;

namespace LabelSpec.Quality.Tracking;

/// <summary>All tracking measures of one sequence. <paramref name="Hota"/> has one entry for each threshold.</summary>
public sealed record SequenceResult(
    string Name,
    ClearCounts Clear,
    IdentityCounts Identity,
    ImmutableArray<HotaThreshold> Hota
);
