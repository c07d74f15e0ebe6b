using System.Collections.Immutable;
using System.Numerics;
using LabelSpec.Annotations.Model;
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
    ) => Weigh(Collect(truth, predictions, ruleFindings, settings, cancellation), cancellation);

    /// <summary>Looks at every image. Evidence of parts of the images can be joined.</summary>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static SuspectEvidence Collect(
        Dataset truth,
        Dataset predictions,
        IEnumerable<Finding> ruleFindings,
        SuspectSettings settings,
        CancellationToken cancellation = default
    )
    {
        var built = CocoInputBuilder.Build(truth, predictions, new(CocoTask.Boxes, CocoMode.Corrected));
        return new(
            settings,
            [
                new()
                {
                    Data = new(truth, predictions),
                    Classes = built.Input.CategoryNames,
                    Images = [.. ImagesOf(truth, predictions, built)],
                    Recalls = RecallOfClasses(built.Input, settings, cancellation),
                    Rules = new(truth, ruleFindings),
                    Findings = [.. EvaluationFindings.Of(built, truth, predictions)],
                },
            ]
        );
    }

    /// <summary>What evidence makes suspicious.</summary>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static SuspectReport Weigh(SuspectEvidence evidence, CancellationToken cancellation = default)
    {
        var settings = evidence.Settings;
        List<(SuspectPart Part, SuspectImage Image)> images =
        [
            .. evidence
                .Parts.SelectMany(part => part.Images.Select(image => (part, image)))
                .OrderBy(one => one.image.Name, StringComparer.Ordinal),
        ];
        var least = ObjectLab.LeastSimilarity(images.Select(one => one.Image));
        var recall = RecallOf(evidence);
        var found = new Suspect[images.Count][];
        var qualities = new double[images.Count];
        Parallel.For(
            0,
            images.Count,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = settings.Threads > 0 ? settings.Threads : Environment.ProcessorCount,
                CancellationToken = cancellation,
            },
            i =>
            {
                var (part, image) = images[i];
                var scores = ObjectLab.Score(image, least);
                qualities[i] = scores.Quality;
                found[i] =
                [
                    .. new ImageSuspects(part.Data, image, scores, recall, settings)
                        .Find()
                        .Select(part.Rules.Weigh)
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
                    .Select(
                        (one, i) => new SuspectImageQuality(one.Part.Data, one.Image.Row, one.Image.Name, qualities[i])
                    )
                    .OrderBy(image => image.Quality),
            ],
            Findings = [.. evidence.Parts.SelectMany(part => part.Findings), .. suspects.Select(SuspectFindings.Of)],
        };
    }

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
    static double[] RecallOf(SuspectEvidence evidence) =>
        [
            .. Enumerable
                .Range(0, evidence.Parts[0].Classes.Length)
                .Select(category =>
                {
                    var objects = evidence.Parts.Sum(part => part.Recalls[category].Objects);
                    return objects == 0
                        ? 0
                        : evidence.Parts.Sum(part => part.Recalls[category].Found) / (double)objects;
                }),
        ];
}
