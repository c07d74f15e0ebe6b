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
        var coco = settings.CocoSettings;
        var built = CocoInputBuilder.Build(truth, predictions, settings.InputOptions);
        var othersBuilt = other is null ? null : CocoInputBuilder.Build(truth, other, settings.InputOptions);
        var facts = settings.Lvis ? LvisFacts.Of(truth, built.Input) : null;
        return new(
            settings,
            [
                new()
                {
                    Truth = truth,
                    Predictions = predictions,
                    Others = other,
                    Built = built,
                    OthersBuilt = othersBuilt,
                    Matches = CocoEvaluator.Match(built.Input, coco, cancellation),
                    OthersMatches = othersBuilt is null
                        ? null
                        : CocoEvaluator.Match(othersBuilt.Input, coco, cancellation),
                    Facts = facts,
                    LvisMatches = facts is null ? null : LvisMatchesOf(facts, built.Input, coco, cancellation),
                    Tide = settings.Tide ? TideAnalysis.Analyse(built.Input, new()) : null,
                },
            ]
        );
    }

    /// <summary>The numbers that evidence gives.</summary>
    /// <exception cref="ArgumentException">A file was cut into parts, and a track of it in a way that cannot be undone.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was cancelled.</exception>
    public static EvaluationReport Report(EvaluationEvidence evidence, CancellationToken cancellation = default) =>
        new EvaluationNumbers(evidence.Settings, evidence.Whole(cancellation), cancellation).Report();

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
}
