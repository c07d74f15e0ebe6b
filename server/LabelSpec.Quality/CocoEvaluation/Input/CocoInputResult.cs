using System.Collections.Immutable;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>What is evaluated, and what of the data sets could not be, with the number of times.</summary>
public sealed record CocoInputResult(CocoInput Input, ImmutableArray<CocoInputProblem> Problems)
{
    /// <summary>Whether the first prediction decides that the size of each is that of its box, as in pycocotools.</summary>
    public required bool SizesAreThoseOfBoxes { get; init; }

    /// <summary>For each image of the input its row in the ground truth.</summary>
    public required int[] ImageRows { get; init; }

    /// <summary>For each object of the input the row of its annotation in the ground truth.</summary>
    public required int[] TruthRows { get; init; }

    /// <summary>For each detection of the input the row of its annotation in the predictions.</summary>
    public required int[] DetectionRows { get; init; }
}
