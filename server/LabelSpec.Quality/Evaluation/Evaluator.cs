using LabelSpec.Annotations.Model;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Evaluation;

/// <summary>
/// Measures predictions against ground truth: first which predictions hit what (<see cref="Collect"/>), then the numbers
/// (<see cref="Report"/>).
/// </summary>
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
    ) => Report(Collect(truth, predictions, settings, other, cancellation), cancellation);

    /// <summary>Matches the predictions of every image. Evidence of parts of the images can be joined.</summary>
    /// <inheritdoc cref="Evaluate"/>
    public static EvaluationEvidence Collect(
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
        var input = built.Input;
        var facts = settings.Lvis ? LvisFacts.Of(truth, input) : null;
        return new(settings, CocoEvaluator.Match(input, coco, cancellation))
        {
            Other = other is null
                ? null
                : CocoEvaluator.Match(CocoInputBuilder.Build(truth, other, options).Input, coco, cancellation),
            Slices = [.. settings.Slices.Select(slice => MatchesOf(slice, built, coco, cancellation))],
            OfNothing = new(() => MatchesOf(new("", new HashSet<int>()), built, coco, CancellationToken.None).Matches),
            Lvis = facts is null ? null : (LvisMatchesOf(facts, input, coco, cancellation), facts.Frequencies),
            Tide = settings.Tide ? TideAnalysis.Analyse(input, new()) : null,
            Truths = input.Truths.Count,
            Objects =
            [
                .. Enumerable
                    .Range(0, input.Truths.Count)
                    .Where(row => !input.Truths.IsIgnored[row])
                    .Select(row => (input.ImageKeys[input.Truths.Images[row]], input.Truths.Categories[row])),
            ],
            Predictions = [.. PredictionsOf(input)],
            Drawn = settings.Guideline is null ? null : PredictedImages.Of(truth, predictions),
            Findings =
            [
                .. EvaluationFindings.Of(built, truth, predictions),
                .. facts is null ? [] : EvaluationFindings.Of(facts, truth),
            ],
        };
    }

    /// <summary>The numbers that evidence gives.</summary>
    /// <exception cref="OperationCanceledException">The evaluation was cancelled.</exception>
    public static EvaluationReport Report(EvaluationEvidence evidence, CancellationToken cancellation = default) =>
        new EvaluationNumbers(evidence, cancellation).Report();

    static int[] PredictionsOf(CocoInput input)
    {
        var predictions = new int[input.CategoryNames.Length];
        foreach (var category in input.Detections.Categories)
            predictions[category]++;
        return predictions;
    }

    static CocoMatches LvisMatchesOf(
        LvisFacts facts,
        CocoInput input,
        CocoSettings coco,
        CancellationToken cancellation
    ) =>
        CocoEvaluator.Match(
            LvisEvaluation.Restrict(input, facts.Images),
            LvisEvaluation.Settings with
            {
                Mode = coco.Mode,
                Threads = coco.Threads,
            },
            cancellation
        );

    static SliceMatches MatchesOf(
        ObjectSlice slice,
        CocoInputResult built,
        CocoSettings coco,
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
        return new(slice.Name, slice.Of, isIgnored.Count(ignored => !ignored), matches);
    }
}
