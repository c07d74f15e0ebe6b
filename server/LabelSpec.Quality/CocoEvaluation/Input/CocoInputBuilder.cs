using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// Turns two data sets into the input of an evaluation, as <c>COCO</c>, <c>loadRes</c> and <c>_prepare</c> of pycocotools
/// do. What cannot take part is left out and told, never an exception.
/// </summary>
public static class CocoInputBuilder
{
    public static CocoInputResult Build(Dataset truth, Dataset predictions, CocoInputOptions options)
    {
        var problems = new CocoInputProblemLog();
        var index = new ImageAndCategoryIndex(truth, problems);
        index.CompareImages(predictions, problems);
        var truths = TruthRows.Select(truth, index, options, problems);
        var detections = DetectionRows.Select(predictions, index, options, problems);
        var similarity = new SimilarityBuilder(truth, predictions, index, truths, detections, options, problems);
        var input = new CocoInput
        {
            ImageKeys = index.ImageKeys,
            CategoryNames = options.IgnoreCategories ? ["all"] : [.. index.CategoryNames],
            Truths = truths.Columns,
            Detections = detections.Columns,
            Similarity = similarity.Build(),
        };
        return new(input, problems.ToProblems())
        {
            SizesAreThoseOfBoxes = similarity.AreasAreThoseOfBoxes,
            ImageRows = index.ImageRows,
            TruthRows = truths.Rows,
            DetectionRows = detections.Rows,
        };
    }
}
