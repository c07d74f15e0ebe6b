namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>How data sets become the input of an evaluation.</summary>
public sealed record CocoInputOptions(CocoTask Task, CocoMode Mode = CocoMode.Strict)
{
    /// <summary>σ of OKS, one for each keypoint; those of the COCO person where none are given.</summary>
    public double[]? Sigmas { get; init; }

    /// <summary>Compares detections with objects of all categories, as one (<c>useCats=0</c>).</summary>
    public bool IgnoreCategories { get; init; }
}
