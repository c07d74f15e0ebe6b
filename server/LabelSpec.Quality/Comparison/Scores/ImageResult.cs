using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>What the comparison of one picture found. Results of several pictures merge by standing side by side.</summary>
/// <param name="Iou">What the image adds to the mean similarity.</param>
/// <param name="Empty">Which sides say that there is nothing, where that counts as an annotation.</param>
public sealed record ImageResult(
    string Name,
    ComparedData Data,
    ImagePair Pair,
    ImmutableArray<Outcome> Outcomes,
    ImmutableArray<Conflict> Conflicts,
    ImmutableArray<AttributeCount> Attributes,
    IouShare Iou,
    EmptySides Empty
)
{
    /// <summary>What a requirement judged of it; only in results of requirements.</summary>
    public RequirementSelection Selection { get; init; } = RequirementSelection.Computed;

    /// <summary>Path of the annotation file of the work.</summary>
    internal string WorkFile => Data.Work.Files[Data.Work.Images.FileOf(Pair.WorkRows[0])].Path;
}
