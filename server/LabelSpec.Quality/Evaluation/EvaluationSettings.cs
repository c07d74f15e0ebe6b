using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Quality.Evaluation;

/// <summary>What is to be measured of predictions.</summary>
public sealed record EvaluationSettings(CocoTask Task)
{
    public CocoMode Mode { get; init; }

    /// <summary>σ of OKS, one for each keypoint; those of the COCO person where none are given.</summary>
    public double[]? Sigmas { get; init; }

    /// <summary>Sorts false alarms and missed objects by kind.</summary>
    public bool Tide { get; init; }

    /// <summary>Also gives the numbers of LVIS, where the ground truth states its facts.</summary>
    public bool Lvis { get; init; }

    /// <summary>Keeps the precision-recall curve of each class.</summary>
    public bool Curves { get; init; }

    /// <summary>Some of the objects, each to be measured on its own.</summary>
    public IReadOnlyList<IObjectSlices> Slices { get; init; } = [];

    /// <summary>Whose rules the predictions are judged by; null for none.</summary>
    public Guideline? Guideline { get; init; }

    /// <summary>Samples of the bootstrap and of the randomisation when two models are compared.</summary>
    public int Samples { get; init; } = 1000;

    public double Confidence { get; init; } = .95;

    /// <summary>Whether images are looked at in the same way; slices and rules are asked when all images are there.</summary>
    internal bool MeasureAs(EvaluationSettings other) =>
        (Sigmas ?? []).SequenceEqual(other.Sigmas ?? [])
        && this with
        {
            Sigmas = other.Sigmas,
            Slices = other.Slices,
            Guideline = other.Guideline,
            Threads = other.Threads,
        } == other;

    internal CocoInputOptions InputOptions => new(Task, Mode) { Sigmas = Sigmas };

    internal CocoSettings CocoSettings =>
        CocoEvaluation.CocoSettings.For(Task) with
        {
            Mode = Mode,
            Threads = Threads,
            KeepScores = Curves,
        };

    /// <summary>Threads to use; 0 for one on each processor. Results do not depend on it.</summary>
    public int Threads { get; init; }
}
