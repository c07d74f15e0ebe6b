using System.Collections.Immutable;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Evaluation;

/// <summary>Computes the numbers of a report from what was hit and missed in all images.</summary>
sealed class EvaluationNumbers(EvaluationSettings settings, EvaluationPart whole, CancellationToken cancellation)
{
    readonly CocoMatches matches = whole.Matches;
    readonly CocoInput input = whole.Built.Input;

    readonly int threads = settings.Threads > 0 ? settings.Threads : Environment.ProcessorCount;

    public EvaluationReport Report()
    {
        var result = CocoEvaluator.Accumulate(matches, cancellation);
        var classes = Enumerable.Range(0, result.CategoryNames.Length);
        var operating = OperatingCurve.Of(matches, 0, classes);
        return new()
        {
            Settings = settings,
            Images = matches.ImageKeys.Length,
            Truths = input.Truths.Count,
            Predictions = input.Detections.Count,
            Coco = CocoSummary.Of(result, settings.Task),
            Lvis = whole is { Facts: { } facts, LvisMatches: { } ofLvis }
                ? LvisEvaluation.Summarise(CocoEvaluator.Accumulate(ofLvis, cancellation), facts.Frequencies)
                : null,
            Classes = ClassesOf(result),
            Operating = operating,
            BestOfClasses = [.. classes.Select(category => OperatingCurve.Of(matches, 0, [category]).Best)],
            Curves = CurvesOf(result),
            Slices =
            [
                .. settings
                    .Slices.SelectMany(slices => slices.Of(whole.Truth, threads, cancellation))
                    .Select(slice => ScoresOf(slice, operating.Best?.Score)),
            ],
            Tide = whole.Tide,
            Comparison = whole.OthersMatches is { } other ? Compare(other) : [],
            Rules = settings.Guideline is { } guideline
                ? PredictionRules.Count(
                    new(whole.Truth, whole.Predictions),
                    guideline,
                    operating.Best?.Score ?? 0,
                    threads,
                    cancellation
                )
                : [],
            Findings = [.. whole.Findings, .. EvaluationFindings.Of(settings.Guideline, whole.Truth)],
        };
    }

    ImmutableArray<PrecisionCurve> CurvesOf(CocoResult result) =>
        settings.Curves
            ? [.. Enumerable.Range(0, result.CategoryNames.Length).Select(category => CurveOf(result, category))]
            : [];

    static PrecisionCurve CurveOf(CocoResult result, int category)
    {
        var scores = new double[result.Settings.RecallThresholds.Length];
        for (var recall = 0; recall < scores.Length; recall++)
            scores[recall] = result.Scores[
                result.PrecisionAt(0, recall, category, 0, result.Settings.MaxDetections.Length - 1)
            ];
        return new(result.CategoryNames[category], result.Curve(category, overlap: 0), scores);
    }

    // What is no object of the slice is ignored.
    SliceScores ScoresOf(ObjectSlice slice, double? score)
    {
        var isIgnored = new bool[input.Truths.Count];
        for (var i = 0; i < isIgnored.Length; i++)
            isIgnored[i] = input.Truths.IsIgnored[i] || !slice.Rows.Contains(whole.Built.TruthRows[i]);
        var ofSlice = CocoEvaluator.Match(
            input with
            {
                Truths = input.Truths with { IsIgnored = isIgnored },
            },
            settings.CocoSettings with
            {
                AreaRanges = [AreaRange.All],
            },
            cancellation
        );
        var result = CocoEvaluator.Accumulate(ofSlice, cancellation);
        return new(
            slice.Name,
            isIgnored.Count(ignored => !ignored),
            [
                new("AP", result.AveragePrecision()),
                new("AP50", result.AveragePrecision(overlap: 0)),
                new("AR", result.AverageRecall()),
            ],
            score is { } at
                ? OperatingCurve.At(ofSlice, 0, Enumerable.Range(0, result.CategoryNames.Length), at)
                : null,
            OperatingCurve.Of(ofSlice, 0, Enumerable.Range(0, result.CategoryNames.Length)).Points,
            CurvesOf(result)
        );
    }

    ImmutableArray<ModelComparison> Compare(CocoMatches other)
    {
        var test = new PairedTest(
            matches,
            other,
            Enumerable
                .Range(0, input.Truths.Count)
                .Where(row => !input.Truths.IsIgnored[row])
                .Select(row => (input.ImageKeys[input.Truths.Images[row]], input.Truths.Categories[row]))
        );
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

    ImmutableArray<ClassScores> ClassesOf(CocoResult result)
    {
        var predictions = new int[input.CategoryNames.Length];
        foreach (var category in input.Detections.Categories)
            predictions[category]++;
        return
        [
            .. result.CategoryNames.Select(
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
