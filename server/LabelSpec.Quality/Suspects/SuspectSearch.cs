using System.Collections.Immutable;
using System.Numerics;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.Quality.Evaluation;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Suspects;

/// <summary>
/// Finds probable errors of a ground truth by what a model says about the same images: first image by image
/// (<see cref="Collect"/>), then by what holds for all of them (<see cref="Weigh"/>).
/// </summary>
public static class SuspectSearch
{
    /// <param name="truth">What is doubted.</param>
    /// <param name="predictions">What a model said; it should not have been trained on these images.</param>
    /// <param name="settings">When a disagreement is suspicious, and what rules are asked.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static SuspectReport Run(
        Dataset truth,
        Dataset predictions,
        SuspectSettings settings,
        CancellationToken cancellation = default
    ) => Weigh(Collect(truth, predictions, settings, cancellation), cancellation);

    /// <summary>Looks at every image. Evidence of parts of the images can be joined.</summary>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static SuspectEvidence Collect(
        Dataset truth,
        Dataset predictions,
        SuspectSettings settings,
        CancellationToken cancellation = default
    )
    {
        var built = Build(truth, predictions);
        return new(
            settings,
            [new(new(truth, predictions), built, RecallOfClasses(built.Input, settings, cancellation))]
        );
    }

    /// <summary>What evidence makes suspicious.</summary>
    /// <exception cref="ArgumentException">A file was cut into parts, and a track of it in a way that cannot be undone.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static SuspectReport Weigh(SuspectEvidence evidence, CancellationToken cancellation = default)
    {
        var settings = evidence.Settings;
        var threads = settings.Threads > 0 ? settings.Threads : Environment.ProcessorCount;
        var (data, built, recalls) = evidence.Whole(cancellation);
        var rules = new RuleEvidence(
            data.Truth,
            settings.AsksRules ? RuleFindings(data.Truth, settings, threads, cancellation) : []
        );
        SuspectImage[] images =
        [
            .. ImagesOf(data.Truth, data.Predictions, built).OrderBy(image => image.Name, StringComparer.Ordinal),
        ];
        var least = ObjectLab.LeastSimilarity(images);
        double[] recall = [.. recalls.Select(RecallOf)];
        var found = new Suspect[images.Length][];
        var qualities = new double[images.Length];
        Parallel.For(
            0,
            images.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            i =>
            {
                var scores = ObjectLab.Score(images[i], least);
                qualities[i] = scores.Quality;
                found[i] =
                [
                    .. new ImageSuspects(data, images[i], scores, recall, settings)
                        .Find()
                        .Select(rules.Weigh)
                        .Where(suspect => suspect.Likelihood >= settings.Least),
                ];
            }
        );
        ImmutableArray<Suspect> suspects =
        [
            .. found.SelectMany(of => of).OrderByDescending(suspect => suspect.Likelihood),
        ];
        return new()
        {
            Settings = settings,
            Suspects = suspects,
            Images =
            [
                .. images
                    .Select((image, i) => new SuspectImageQuality(data, image.Row, image.Name, qualities[i]))
                    .OrderBy(image => image.Quality),
            ],
            Findings =
            [
                .. EvaluationFindings.Of(built, data.Truth, data.Predictions),
                .. EvaluationFindings.Of(settings.Guideline, data.Truth),
                .. suspects.Select(SuspectFindings.Of),
            ],
        };
    }

    internal static CocoInputResult Build(Dataset truth, Dataset predictions) =>
        CocoInputBuilder.Build(truth, predictions, new(CocoTask.Boxes, CocoMode.Corrected));

    static FindingList RuleFindings(
        Dataset truth,
        SuspectSettings settings,
        int threads,
        CancellationToken cancellation
    ) =>
        Analysis
            .Run(
                new(truth)
                {
                    Guideline = settings.Guideline,
                    Threads = threads,
                    Cancellation = cancellation,
                }
            )
            .Findings;

    static IEnumerable<SuspectImage> ImagesOf(Dataset truth, Dataset predictions, CocoInputResult built)
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

        return built.ImageRows.Select(
            (row, i) =>
                new SuspectImage(row, ScoreFinding.NameOfImage(truth, row) ?? "", [.. labels[i]], [.. predicted[i]])
        );
    }

    static ImmutableArray<(int Objects, int Found)> RecallOfClasses(
        CocoInput input,
        SuspectSettings settings,
        CancellationToken cancellation
    )
    {
        var matches = CocoEvaluator.Match(
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
                .Select(category =>
                {
                    var found = 0;
                    for (var i = matches.FirstOfCategory[category]; i < matches.FirstOfCategory[category + 1]; i++)
                        found += BitOperations.PopCount(matches.Matched[0][i] & ~matches.Ignored[0][i] & 1);
                    return (matches.Positives[category], found);
                }),
        ];
    }

    // Terminal recall, as COCO's AR has it; 0 for a class without objects.
    static double RecallOf((int Objects, int Found) of) => of.Objects == 0 ? 0 : of.Found / (double)of.Objects;
}
