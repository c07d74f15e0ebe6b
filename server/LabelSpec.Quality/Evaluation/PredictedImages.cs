using LabelSpec.Annotations.Formats.Coco;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Evaluation;

/// <summary>
/// Predictions in the images of the ground truth, as a data set would hold them: results know neither the sizes of images nor the
/// names of classes.
/// </summary>
sealed class PredictedImages
{
    readonly Dataset truth;
    readonly Dataset predictions;
    readonly CocoInputResult built;
    readonly ILookup<int, int> rows;

    public PredictedImages(Dataset truth, Dataset predictions)
    {
        (this.truth, this.predictions) = (truth, predictions);
        built = CocoInputBuilder.Build(truth, predictions, new(CocoTask.Boxes));
        rows = Enumerable.Range(0, built.Input.Detections.Count).ToLookup(row => built.Input.Detections.Images[row]);
    }

    /// <summary>Images by their keys, with the predictions from a score on, as a file would hold them.</summary>
    public CocoDocument DocumentFrom(double lowestScore)
    {
        var detections = built.Input.Detections;
        var images = Enumerable.Range(0, built.Input.ImageKeys.Length).ToList();
        var found = images.SelectMany(image => rows[image]).Where(row => detections.Scores[row] >= lowestScore);
        return new(
            [.. images.Select(EntryOf)],
            [.. built.Input.CategoryNames.Select((name, i) => new CocoCategoryEntry(i + 1, name, null, [], []))],
            [
                .. found.Select(
                    (row, i) =>
                        new CocoAnnotationEntry
                        {
                            Id = i + 1,
                            ImageId = detections.Images[row] + 1,
                            CategoryId = detections.Categories[row] + 1,
                        }.WithShapeOf(predictions, built.DetectionRows[row])
                ),
            ]
        );
    }

    // Numbered anew: keys need not be ids.
    CocoImageEntry EntryOf(int image)
    {
        var row = built.ImageRows[image];
        return new(image + 1, truth.Images.FileNames[row], truth.Images.Widths[row], truth.Images.Heights[row]);
    }
}
