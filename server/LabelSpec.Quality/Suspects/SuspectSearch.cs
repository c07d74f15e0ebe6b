using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.Quality.Evaluation;

namespace LabelSpec.Quality.Suspects;

/// <summary>Finds probable errors of a ground truth by what a model says about the same images.</summary>
public static class SuspectSearch
{
    /// <param name="truth">What is doubted.</param>
    /// <param name="predictions">What a model said; it should not have been trained on these images.</param>
    /// <param name="ruleFindings">What rules and checks found in the ground truth; empty for none.</param>
    /// <param name="settings">When a disagreement is suspicious.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static SuspectReport Run(
        Dataset truth,
        Dataset predictions,
        IEnumerable<Finding> ruleFindings,
        SuspectSettings settings,
        CancellationToken cancellation = default
    )
    {
        var built = CocoInputBuilder.Build(truth, predictions, new(CocoTask.Boxes, CocoMode.Corrected));
        var images = ImagesOf(truth, predictions, built);
        var least = ObjectLab.LeastSimilarity(images);
        var recall = RecallOfClasses(built.Input, settings, cancellation);
        var evidence = new RuleEvidence(truth, ruleFindings);
        var found = new Suspect[images.Length][];
        var qualities = new double[images.Length];
        Parallel.For(
            0,
            images.Length,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = settings.Threads > 0 ? settings.Threads : Environment.ProcessorCount,
                CancellationToken = cancellation,
            },
            i =>
            {
                var scores = ObjectLab.Score(images[i], least);
                qualities[i] = scores.Quality;
                found[i] =
                [
                    .. new ImageSuspects(images[i], scores, recall, settings)
                        .Find()
                        .Select(evidence.Weigh)
                        .Where(suspect => suspect.Likelihood >= settings.Least),
                ];
            }
        );
        var report = new SuspectReport
        {
            Settings = settings,
            Truth = truth,
            Predictions = predictions,
            Suspects = [.. found.SelectMany(of => of).OrderByDescending(suspect => suspect.Likelihood)],
            Images = [.. images.Select((image, i) => (image.Row, qualities[i])).OrderBy(image => image.Item2)],
            Findings = [.. EvaluationFindings.Of(built, truth, predictions)],
        };
        return report with
        {
            Findings = [.. report.Findings, .. report.Suspects.Select(one => SuspectFindings.Of(one, report))],
        };
    }

    static SuspectImage[] ImagesOf(Dataset truth, Dataset predictions, CocoInputResult built)
    {
        var input = built.Input;
        var labels = input.ImageKeys.Select(_ => new List<LabelledBox>()).ToArray();
        var predicted = input.ImageKeys.Select(_ => new List<PredictedBox>()).ToArray();
        for (var i = 0; i < input.Truths.Count; i++)
        {
            var box = truth.Annotations.Boxes[built.TruthRows[i]];
            if (!input.Truths.IsCrowd[i] && box.IsFinite)
                labels[input.Truths.Images[i]].Add(new(built.TruthRows[i], input.Truths.Categories[i], box));
        }

        for (var i = 0; i < input.Detections.Count; i++)
        {
            var box = predictions.Annotations.Boxes[built.DetectionRows[i]];
            if (box.IsFinite)
                predicted[input.Detections.Images[i]]
                    .Add(new(built.DetectionRows[i], input.Detections.Categories[i], box, input.Detections.Scores[i]));
        }

        return [.. built.ImageRows.Select((row, i) => new SuspectImage(row, [.. labels[i]], [.. predicted[i]]))];
    }

    static double[] RecallOfClasses(CocoInput input, SuspectSettings settings, CancellationToken cancellation)
    {
        var result = CocoEvaluator.Evaluate(
            input,
            new()
            {
                OverlapThresholds = [settings.Overlap],
                AreaRanges = [AreaRange.All],
                Mode = CocoMode.Corrected,
                Threads = settings.Threads,
            },
            cancellation
        );
        return
        [
            .. Enumerable
                .Range(0, input.CategoryNames.Length)
                .Select(category => Math.Max(0, result.AverageRecall(category: category))),
        ];
    }
}
