using System.Collections.Immutable;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Evaluation;

/// <summary>Computes the numbers of a report from evidence.</summary>
sealed class EvaluationNumbers(EvaluationEvidence evidence, CancellationToken cancellation)
{
    readonly EvaluationSettings settings = evidence.Settings;
    readonly CocoMatches matches = evidence.Matches;

    public EvaluationReport Report()
    {
        var result = CocoEvaluator.Accumulate(matches, cancellation);
        var classes = Enumerable.Range(0, result.CategoryNames.Length);
        var operating = OperatingCurve.Of(matches, 0, classes);
        return new()
        {
            Settings = settings,
            Images = matches.ImageKeys.Length,
            Truths = evidence.Truths,
            Predictions = evidence.Predictions.Sum(),
            Coco = CocoSummary.Of(result, settings.Task),
            Lvis = evidence.Lvis is var (ofLvis, frequencies)
                ? LvisEvaluation.Summarise(CocoEvaluator.Accumulate(ofLvis, cancellation), frequencies)
                : null,
            Classes = ClassesOf(result),
            Operating = operating,
            BestOfClasses = [.. classes.Select(category => OperatingCurve.Of(matches, 0, [category]).Best)],
            Curves = settings.Curves ? [.. classes.Select(category => CurveOf(result, category))] : [],
            Slices = [.. evidence.Slices.Select(slice => ScoresOf(slice, operating.Best?.Score))],
            Tide = evidence.Tide,
            Comparison = evidence.Other is { } other ? Compare(other) : [],
            Rules =
                settings.Guideline is { } guideline && evidence.Drawn is { } drawn
                    ? PredictionRules.Count(
                        drawn,
                        guideline,
                        operating.Best?.Score ?? 0,
                        settings.Threads,
                        cancellation
                    )
                    : [],
            Findings = evidence.Findings,
        };
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

    SliceScores ScoresOf(SliceMatches slice, double? score)
    {
        var result = CocoEvaluator.Accumulate(slice.Matches, cancellation);
        return new(
            slice.Name,
            slice.Truths,
            [
                new("AP", result.AveragePrecision()),
                new("AP50", result.AveragePrecision(overlap: 0)),
                new("AR", result.AverageRecall()),
            ],
            score is { } at
                ? OperatingCurve.At(slice.Matches, 0, Enumerable.Range(0, result.CategoryNames.Length), at)
                : null
        );
    }

    ImmutableArray<ModelComparison> Compare(CocoMatches other)
    {
        var test = new PairedTest(matches, other, evidence.Objects);
        var parallel = Parallelism.Of(matches.Settings, cancellation);
        return
        [
            test.Compare(
                "AP",
                [.. Enumerable.Range(0, matches.Settings.OverlapThresholds.Length)],
                settings.Samples,
                settings.Confidence,
                parallel
            ),
            test.Compare("AP50", [0], settings.Samples, settings.Confidence, parallel),
        ];
    }

    ImmutableArray<ClassScores> ClassesOf(CocoResult result) =>
        [
            .. result.CategoryNames.Select(
                (name, category) =>
                    new ClassScores(
                        name,
                        result.Positives[category * result.Settings.AreaRanges.Length],
                        evidence.Predictions[category],
                        ScoresOf(result, category)
                    )
            ),
        ];

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
