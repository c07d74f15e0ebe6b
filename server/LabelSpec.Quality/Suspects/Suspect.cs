using System.Collections.Immutable;

namespace LabelSpec.Quality.Suspects;

/// <summary>A probable error of the ground truth.</summary>
public sealed record Suspect
{
    public required SuspectKind Kind { get; init; }

    /// <summary>What the rows below refer to.</summary>
    public required SuspectData Data { get; init; }

    /// <summary>Row of the image in the ground truth.</summary>
    public required int Image { get; init; }

    /// <summary>Row of the annotation in the ground truth; -1 for what is missing.</summary>
    public required int Annotation { get; init; }

    /// <summary>Row of the prediction that speaks against it; -1 for none.</summary>
    public required int Prediction { get; init; }

    /// <summary>For duplicates the row of the annotation that it repeats; -1 otherwise.</summary>
    public int Other { get; init; } = -1;

    /// <summary>IoU of the annotation and the prediction (of both annotations, for duplicates).</summary>
    public required double Overlap { get; init; }

    /// <summary>0 to 1 by the model alone.</summary>
    public required double Mistakenness { get; init; }

    /// <summary>ObjectLab's score for it, 0 (suspicious) to 1; NaN where it has none.</summary>
    public required double ObjectLab { get; init; }

    /// <summary>Rules and checks that find something wrong with the annotation too.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>0 to 1: by the model and by rules. Suspects are ranked by it.</summary>
    public required double Likelihood { get; init; }
}
