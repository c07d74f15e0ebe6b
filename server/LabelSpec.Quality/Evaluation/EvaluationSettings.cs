using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Evaluation;

/// <summary>What is to be measured of predictions.</summary>
public sealed record EvaluationSettings(CocoTask Task)
{
    public CocoMode Mode { get; init; }

    /// <summary>σ of OKS, one for each keypoint; those of the COCO person where none are given.</summary>
    public double[]? Sigmas { get; init; }

    /// <summary>Threads to use; 0 for one on each processor. Results do not depend on it.</summary>
    public int Threads { get; init; }
}
