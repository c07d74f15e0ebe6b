using System.Collections.Immutable;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Quality.Comparison;

/// <summary>The σ of the points of each label's skeleton, as the guideline gives them.</summary>
static class SkeletonSigmas
{
    /// <summary>For each label one σ for each point; empty where the guideline gives none.</summary>
    public static ImmutableArray<ImmutableArray<double>> Of(IReadOnlyList<ClassSymbol?> classes) =>
        [
            .. classes.Select(known =>
                known?.Shapes.FirstOrDefault(shape => shape.Skeleton is not null)?.Skeleton?.Sigmas ?? []
            ),
        ];
}
