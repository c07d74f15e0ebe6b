namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// Evaluation of data sets that are annotated category by category, each on its own images (A. Gupta et al., "LVIS", 2019;
/// <c>lvis/eval.py</c> and <c>lvis/results.py</c> of lvis-api): COCO's measure with 300 detections for an image over all
/// categories, no crowds, and only detections of categories that were looked for in their image.
/// </summary>
public static class LvisEvaluation
{
    public const int DetectionsPerImage = 300;

    public static CocoSettings Settings { get; } = new() { MaxDetections = [DetectionsPerImage] };

    /// <summary>
    /// The part of an input that LVIS evaluates. <paramref name="images"/> has one entry for each image of the input.
    /// </summary>
    /// <exception cref="ArgumentException">There is not one entry for each image.</exception>
    public static CocoInput Restrict(CocoInput input, IReadOnlyList<LvisImage> images)
    {
        if (images.Count != input.ImageKeys.Length)
            throw new ArgumentException("Each image needs its LVIS facts.", nameof(images));
        var present = PresentCategories(input);
        int[] rows =
        [
            .. BestOfImages(input.Detections, input.ImageKeys.Length)
                .Where(row => WasLookedFor(input.Detections, row, present, images)),
        ];
        return input with
        {
            Truths = input.Truths with { IsCrowd = new bool[input.Truths.Count] },
            Detections = new()
            {
                Images = [.. rows.Select(row => input.Detections.Images[row])],
                Categories = [.. rows.Select(row => input.Detections.Categories[row])],
                Scores = [.. rows.Select(row => input.Detections.Scores[row])],
                IsIgnoredUnmatched =
                [
                    .. rows.Select(row =>
                        images[input.Detections.Images[row]]
                            .IncompleteCategories.Contains(input.Detections.Categories[row])
                    ),
                ],
            },
            Similarity = new SubsetSimilarity(input.Similarity, rows),
        };
    }

    /// <summary>The thirteen numbers of LVIS; <paramref name="frequencies"/> has one entry for each category.</summary>
    public static CocoSummary Summarise(CocoResult result, IReadOnlyList<LvisFrequency> frequencies) =>
        new([
            new("AP", result.AveragePrecision()),
            new("AP50", result.AveragePrecision(overlap: result.Settings.OverlapThresholds.IndexOf(.5))),
            new("AP75", result.AveragePrecision(overlap: result.Settings.OverlapThresholds.IndexOf(.75))),
            new("APs", result.AveragePrecision(area: 1)),
            new("APm", result.AveragePrecision(area: 2)),
            new("APl", result.AveragePrecision(area: 3)),
            new("APr", OfFrequency(result, frequencies, LvisFrequency.Rare)),
            new("APc", OfFrequency(result, frequencies, LvisFrequency.Common)),
            new("APf", OfFrequency(result, frequencies, LvisFrequency.Frequent)),
            new($"AR@{DetectionsPerImage}", result.AverageRecall()),
            new($"ARs@{DetectionsPerImage}", result.AverageRecall(area: 1)),
            new($"ARm@{DetectionsPerImage}", result.AverageRecall(area: 2)),
            new($"ARl@{DetectionsPerImage}", result.AverageRecall(area: 3)),
        ]);

    static double OfFrequency(CocoResult result, IReadOnlyList<LvisFrequency> frequencies, LvisFrequency frequency) =>
        result.AveragePrecisionOf([.. Enumerable.Range(0, frequencies.Count).Where(k => frequencies[k] == frequency)]);

    static IEnumerable<int> BestOfImages(DetectionColumns detections, int images)
    {
        var rowsOfImage = new List<int>[images];
        for (var image = 0; image < images; image++)
            rowsOfImage[image] = [];
        for (var row = 0; row < detections.Count; row++)
            rowsOfImage[detections.Images[row]].Add(row);
        foreach (var rows in rowsOfImage)
        {
            var sorted = rows.ToArray();
            if (sorted.Length > DetectionsPerImage)
                ScoreOrder.Sort(sorted, detections.Scores, new double[sorted.Length]);
            foreach (var row in sorted.Take(DetectionsPerImage))
                yield return row;
        }
    }

    static bool WasLookedFor(
        DetectionColumns detections,
        int row,
        HashSet<(int Image, int Category)> present,
        IReadOnlyList<LvisImage> images
    )
    {
        var (image, category) = (detections.Images[row], detections.Categories[row]);
        return present.Contains((image, category)) || images[image].AbsentCategories.Contains(category);
    }

    static HashSet<(int Image, int Category)> PresentCategories(CocoInput input)
    {
        HashSet<(int, int)> present = [];
        for (var i = 0; i < input.Truths.Count; i++)
            present.Add((input.Truths.Images[i], input.Truths.Categories[i]));
        return present;
    }
}
