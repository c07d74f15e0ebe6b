using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Evaluation;

/// <summary>Measures predictions against ground truth.</summary>
public static class Evaluator
{
    /// <param name="truth">What is right.</param>
    /// <param name="predictions">What a model said.</param>
    /// <param name="settings">What is to be measured.</param>
    /// <param name="other">What another model said, to compare with; null for none.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The evaluation was cancelled.</exception>
    public static EvaluationReport Evaluate(
        Dataset truth,
        Dataset predictions,
        EvaluationSettings settings,
        Dataset? other = null,
        CancellationToken cancellation = default
    )
    {
        var options = new CocoInputOptions(settings.Task, settings.Mode) { Sigmas = settings.Sigmas };
        var coco = CocoSettings.For(settings.Task) with
        {
            Mode = settings.Mode,
            Threads = settings.Threads,
            KeepScores = settings.Curves,
        };
        var built = CocoInputBuilder.Build(truth, predictions, options);
        var matches = CocoEvaluator.Match(built.Input, coco, cancellation);
        var result = CocoEvaluator.Accumulate(matches, cancellation);
        var classes = Enumerable.Range(0, result.CategoryNames.Length);
        var operating = OperatingCurve.Of(matches, 0, classes);
        return new()
        {
            Settings = settings,
            Images = built.Input.ImageKeys.Length,
            Truths = built.Input.Truths.Count,
            Predictions = built.Input.Detections.Count,
            Coco = CocoSummary.Of(result, settings.Task),
            Lvis = settings.Lvis ? LvisOf(truth, built.Input, coco, cancellation) : null,
            Classes = ClassesOf(result, built.Input),
            Operating = operating,
            BestOfClasses = [.. classes.Select(category => OperatingCurve.Of(matches, 0, [category]).Best)],
            Curves = settings.Curves ? [.. classes.Select(category => CurveOf(result, category))] : [],
            Slices =
            [
                .. settings.Slices.Select(slice => ScoresOf(slice, built, coco, operating.Best?.Score, cancellation)),
            ],
            Tide = settings.Tide ? TideAnalysis.Analyse(built.Input, new()) : null,
            Comparison = other is null
                ? []
                : Compare(matches, CocoInputBuilder.Build(truth, other, options).Input, coco, settings, cancellation),
            Findings = [.. EvaluationFindings.Of(built, truth, predictions)],
        };
    }

    static CocoSummary? LvisOf(Dataset truth, CocoInput input, CocoSettings coco, CancellationToken cancellation)
    {
        if (LvisFacts.Of(truth, input) is not { } facts)
            return null;
        var result = CocoEvaluator.Evaluate(
            LvisEvaluation.Restrict(input, facts.Images),
            LvisEvaluation.Settings with
            {
                Mode = coco.Mode,
                Threads = coco.Threads,
            },
            cancellation
        );
        return LvisEvaluation.Summarise(result, facts.Frequencies);
    }

    static PrecisionCurve CurveOf(CocoResult result, int category)
    {
        var scores = new double[result.Settings.RecallThresholds.Length];
        for (var recall = 0; recall < scores.Length; recall++)
            scores[recall] = result.Scores[
                result.PrecisionAt(0, recall, category, 0, result.Settings.MaxDetections.Length - 1)
            ];
        return new(result.CategoryNames[category], result.Curve(category, overlap: 0), scores);
    }

    static SliceScores ScoresOf(
        ObjectSlice slice,
        CocoInputResult built,
        CocoSettings coco,
        double? score,
        CancellationToken cancellation
    )
    {
        var truths = built.Input.Truths;
        var isIgnored = new bool[truths.Count];
        for (var i = 0; i < isIgnored.Length; i++)
            isIgnored[i] = truths.IsIgnored[i] || !slice.Rows.Contains(built.TruthRows[i]);
        var matches = CocoEvaluator.Match(
            built.Input with
            {
                Truths = truths with { IsIgnored = isIgnored },
            },
            coco with
            {
                KeepScores = false,
                AreaRanges = [AreaRange.All],
            },
            cancellation
        );
        var result = CocoEvaluator.Accumulate(matches, cancellation);
        return new(
            slice.Name,
            isIgnored.Count(ignored => !ignored),
            [
                new("AP", result.AveragePrecision()),
                new("AP50", result.AveragePrecision(overlap: 0)),
                new("AR", result.AverageRecall()),
            ],
            score is { } at ? OperatingCurve.At(matches, 0, Enumerable.Range(0, result.CategoryNames.Length), at) : null
        );
    }

    static ImmutableArray<ModelComparison> Compare(
        CocoMatches matches,
        CocoInput other,
        CocoSettings coco,
        EvaluationSettings settings,
        CancellationToken cancellation
    )
    {
        var test = new PairedTest(matches, CocoEvaluator.Match(other, coco, cancellation), other.Truths);
        var parallel = Parallelism.Of(coco, cancellation);
        return
        [
            test.Compare(
                "AP",
                [.. Enumerable.Range(0, coco.OverlapThresholds.Length)],
                settings.Samples,
                settings.Confidence,
                parallel
            ),
            test.Compare("AP50", [0], settings.Samples, settings.Confidence, parallel),
        ];
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
