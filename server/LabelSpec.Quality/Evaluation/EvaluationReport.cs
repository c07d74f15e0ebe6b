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

    /// <summary>The numbers of LVIS; null unless asked for, and where the ground truth is none of LVIS.</summary>
    public CocoSummary? Lvis { get; init; }

    /// <summary>In the order of category ids.</summary>
    public required ImmutableArray<ClassScores> Classes { get; init; }

    /// <summary>Precision and recall at scores, at IoU 0.5, of all classes together.</summary>
    public required OperatingCurve Operating { get; init; }

    /// <summary>The score at which each class has its best F1, in the order of classes; null without predictions.</summary>
    public required ImmutableArray<OperatingPoint?> BestOfClasses { get; init; }

    /// <summary>Precision over recall at IoU 0.5, class by class; empty unless asked for.</summary>
    public ImmutableArray<PrecisionCurve> Curves { get; init; } = [];

    public ImmutableArray<SliceScores> Slices { get; init; } = [];

    /// <summary>Null unless asked for.</summary>
    public TideReport? Tide { get; init; }

    /// <summary>Against another model; empty without one.</summary>
    public ImmutableArray<ModelComparison> Comparison { get; init; } = [];

    /// <summary>How often the predictions break rules of a guideline; empty without one.</summary>
    public ImmutableArray<RuleTally> Rules { get; init; } = [];

    /// <summary>What of the inputs could not take part, or not as it is.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }
}
