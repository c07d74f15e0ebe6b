using System.Collections.Immutable;
using LabelSpec.Annotations.Formats.Coco;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Evaluation;

/// <summary>
/// Predictions in the images of the ground truth: results know neither the sizes of images nor the names of classes. Which of
/// them count, and what a rule counts over the whole data, is known only when all parts of the images are there.
/// </summary>
sealed class PredictedImages
{
    readonly ImmutableArray<Part> parts;

    PredictedImages(ImmutableArray<Part> parts) => this.parts = parts;

    public static PredictedImages Of(Dataset truth, Dataset predictions) =>
        new([new(truth, predictions, CocoInputBuilder.Build(truth, predictions, new(CocoTask.Boxes)))]);

    public PredictedImages With(PredictedImages other) => new([.. parts, .. other.parts]);

    /// <summary>Images by their keys, with the predictions from a score on, as a file would hold them.</summary>
    public CocoDocument DocumentFrom(double lowestScore)
    {
        // Numbered anew: ids of parts need not be those of the whole.
        var images = parts
            .SelectMany(part => part.Built.Input.ImageKeys.Select((key, image) => (Key: key, Part: part, Image: image)))
            .OrderBy(image => image.Key)
            .ToList();
        var detections = images.SelectMany(
            (image, number) =>
                image.Part.DetectionsIn(image.Image, lowestScore).Select(row => (image.Part, Number: number, Row: row))
        );
        return new(
            [.. images.Select((image, number) => image.Part.EntryOf(image.Image, number + 1))],
            [
                .. parts[0]
                    .Built.Input.CategoryNames.Select((name, i) => new CocoCategoryEntry(i + 1, name, null, [], [])),
            ],
            [.. detections.Select((found, i) => found.Part.EntryOf(found.Row, i + 1, found.Number + 1))]
        );
    }

    sealed class Part(Dataset truth, Dataset predictions, CocoInputResult built)
    {
        readonly DetectionColumns detections = built.Input.Detections;
        readonly ILookup<int, int> rows = Enumerable
            .Range(0, built.Input.Detections.Count)
            .ToLookup(row => built.Input.Detections.Images[row]);

        public CocoInputResult Built => built;

        public IEnumerable<int> DetectionsIn(int image, double lowestScore) =>
            rows[image].Where(row => detections.Scores[row] >= lowestScore);

        public CocoImageEntry EntryOf(int image, long id)
        {
            var row = built.ImageRows[image];
            return new(id, truth.Images.FileNames[row], truth.Images.Widths[row], truth.Images.Heights[row]);
        }

        public CocoAnnotationEntry EntryOf(int detection, long id, long image) =>
            new CocoAnnotationEntry
            {
                Id = id,
                ImageId = image,
                CategoryId = detections.Categories[detection] + 1,
            }.WithShapeOf(predictions, built.DetectionRows[detection]);
    }
}
