using System.Collections.Immutable;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Divides pictures by the files of the work: CVAT holds each job against the ground truth on its own, so that a frame of
/// two jobs is compared twice, and the annotations of one job are not extra ones of another.
/// </summary>
static class JobPairs
{
    public static ImmutableArray<ImagePair> Of(ImmutableArray<ImagePair> pairs, Dataset work) =>
        pairs.All(pair => pair.WorkRows.Length == 1)
            ? pairs
            :
            [
                .. pairs.SelectMany(pair =>
                    pair.WorkRows.GroupBy(work.Images.FileOf)
                        .OrderBy(file => file.Key)
                        .Select(file => pair with { WorkRows = [.. file] })
                ),
            ];
}
