using System.Collections.Immutable;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Evaluation;

/// <summary>How good predictions are.</summary>
public sealed record EvaluationReport
{
    public required EvaluationSettings Settings { get; init; }

    public required int Images { get; init; }

    /// <summary>Objects of the ground truth, ignored ones included.</summary>
    public required int Truths { get; init; }

    /// <summary>Predictions that took part.</summary>
    public required int Predictions { get; init; }

    /// <summary>The numbers that pycocotools prints.</summary>
    public required CocoSummary Coco { get; init; }

    /// <summary>In the order of category ids.</summary>
    public required ImmutableArray<ClassScores> Classes { get; init; }

    /// <summary>What of the inputs could not take part, or not as it is.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }
}
