using System.Collections.Immutable;
using LabelSpec.Annotations.Formats.Coco;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Quality.Evaluation;

/// <summary>
/// How often predictions break the rules of a guideline: what a person may not draw, a model should not either. Results
/// know neither the sizes of images nor the names of classes, so that they are put into the images of the ground truth.
/// </summary>
public static class PredictionRules
{
    // Checks of annotations; those of pictures and of whole data sets say nothing about a model.
    const string ChecksOfAnnotations = "LS3";

    /// <exception cref="OperationCanceledException">The judging was cancelled.</exception>
    public static ImmutableArray<RuleTally> Count(
        Dataset truth,
        Dataset predictions,
        Guideline guideline,
        double lowestScore,
        int threads,
        CancellationToken cancellation
    )
    {
        var built = CocoInputBuilder.Build(truth, predictions, new(CocoTask.Boxes));
        var file = new MemoryStream();
        CocoWriter.Write(DocumentOf(truth, predictions, built, lowestScore), file);
        var result = Analysis.Run(
            new(DatasetReader.Read([new ReadInput("predictions.json", file.ToArray())], null, null, cancellation))
            {
                Guideline = guideline,
                Threads = threads > 0 ? threads : Environment.ProcessorCount,
                Cancellation = cancellation,
            }
        );
        return
        [
            .. result.Rules.Where(rule =>
                !rule.Rule.StartsWith("LS", StringComparison.Ordinal)
                || (rule.Rule.StartsWith(ChecksOfAnnotations, StringComparison.Ordinal) && rule.Violated > 0)
            ),
        ];
    }

    static CocoDocument DocumentOf(Dataset truth, Dataset predictions, CocoInputResult built, double lowestScore)
    {
        var detections = built.Input.Detections;
        var images = built.ImageRows;
        return new(
            [
                .. images.Select(
                    (row, i) =>
                        new CocoImageEntry(
                            i + 1,
                            truth.Images.FileNames[row],
                            truth.Images.Widths[row],
                            truth.Images.Heights[row]
                        )
                ),
            ],
            [.. built.Input.CategoryNames.Select((name, i) => new CocoCategoryEntry(i + 1, name, null, [], []))],
            [
                .. Enumerable
                    .Range(0, detections.Count)
                    .Where(i => detections.Scores[i] >= lowestScore)
                    .Select(i =>
                        new CocoAnnotationEntry
                        {
                            Id = i + 1,
                            ImageId = detections.Images[i] + 1,
                            CategoryId = detections.Categories[i] + 1,
                        }.WithShapeOf(predictions, built.DetectionRows[i])
                    ),
            ]
        );
    }
}
