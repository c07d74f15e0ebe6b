using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>Which annotations are the detections of an evaluation: rows of the data set, and the columns made of them.</summary>
sealed record DetectionRows(int[] Rows, DetectionColumns Columns)
{
    public static DetectionRows Select(
        Dataset predictions,
        ImageAndCategoryIndex index,
        CocoInputOptions options,
        CocoInputProblemLog problems
    )
    {
        List<int> rows = new(predictions.Annotations.Count),
            images = new(predictions.Annotations.Count),
            categories = new(predictions.Annotations.Count);
        List<double> scores = new(predictions.Annotations.Count);
        for (var row = 0; row < predictions.Annotations.Count; row++)
        {
            int image = index.ImageOf(predictions, row),
                category = index.CategoryOf(predictions, row);
            var score = predictions.Annotations.Scores[row];
            CocoInputProblemKind? problem =
                image < 0 ? CocoInputProblemKind.UnknownImage
                : category < 0 ? CocoInputProblemKind.UnknownCategory
                : double.IsNaN(score) ? CocoInputProblemKind.NoScore
                : null;
            if (problem is { } kind)
            {
                problems.Add(kind, row, isInPredictions: true);
                continue;
            }

            rows.Add(row);
            images.Add(image);
            categories.Add(options.IgnoreCategories ? 0 : category);
            scores.Add(score);
        }

        return new(
            [.. rows],
            new()
            {
                Images = [.. images],
                Categories = [.. categories],
                Scores = [.. scores],
            }
        );
    }
}
