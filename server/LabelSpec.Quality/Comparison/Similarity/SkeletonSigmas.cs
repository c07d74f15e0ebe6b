using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>The σ of the points of each label's skeleton, as the guideline gives them.</summary>
static class SkeletonSigmas
{
    /// <summary>For each label one σ for each point; empty where the guideline gives none.</summary>
    public static ImmutableArray<ImmutableArray<double>> Of(LabelMap labels) =>
        [
            .. Enumerable
                .Range(0, labels.Names.Length)
                .Select(label =>
                    labels.ClassOf(label)?.Shapes.FirstOrDefault(shape => shape.Skeleton is not null)?.Skeleton?.Sigmas
                    ?? []
                ),
        ];
}
