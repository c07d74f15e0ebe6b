using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Evaluation;

/// <summary>Measures predictions against ground truth.</summary>
public static class Evaluator
{
    /// <exception cref="OperationCanceledException">The evaluation was cancelled.</exception>
    public static EvaluationReport Evaluate(
        Dataset truth,
        Dataset predictions,
        EvaluationSettings settings,
        CancellationToken cancellation = default
    )
    {
        var built = CocoInputBuilder.Build(
            truth,
            predictions,
            new(settings.Task, settings.Mode) { Sigmas = settings.Sigmas }
        );
        var result = CocoEvaluator.Evaluate(
            built.Input,
            CocoSettings.For(settings.Task) with
            {
                Mode = settings.Mode,
                Threads = settings.Threads,
            },
            cancellation
        );
        return new()
        {
            Settings = settings,
            Images = built.Input.ImageKeys.Length,
            Truths = built.Input.Truths.Count,
            Predictions = built.Input.Detections.Count,
            Coco = CocoSummary.Of(result, settings.Task),
            Classes = ClassesOf(result, built.Input),
            Findings = [.. EvaluationFindings.Of(built, truth, predictions)],
        };
    }

    static ImmutableArray<ClassScores> ClassesOf(CocoResult result, CocoInput input)
    {
        var predictions = new int[input.CategoryNames.Length];
        foreach (var category in input.Detections.Categories)
            predictions[category]++;
        return
        [
            .. input.CategoryNames.Select(
                (name, category) =>
                    new ClassScores(
                        name,
                        result.Positives[category * result.Settings.AreaRanges.Length],
                        predictions[category],
                        ScoresOf(result, category)
                    )
            ),
        ];
    }

    static ImmutableArray<CocoScore> ScoresOf(CocoResult result, int category)
    {
        var thresholds = result.Settings.OverlapThresholds;
        return
        [
            new("AP", result.AveragePrecision(category: category)),
            new("AP50", result.AveragePrecision(overlap: thresholds.IndexOf(.5), category: category)),
            new("AP75", result.AveragePrecision(overlap: thresholds.IndexOf(.75), category: category)),
            .. result
                .Settings.AreaRanges.Select((range, area) => (range, area))
                .Skip(1)
                .Select(size => new CocoScore(
                    $"AP{size.range.Name[0]}",
                    result.AveragePrecision(area: size.area, category: category)
                )),
            new("AR", result.AverageRecall(category: category)),
        ];
    }
}
