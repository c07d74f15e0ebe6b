namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// Rows of both sides grouped by category, then image, each group in row order. Groups without detections are left out:
/// nothing can be matched there.
/// </summary>
sealed class GroupIndex
{
    GroupIndex(int[] detectionRows, int[] truthRows, EvaluationGroup[] groups, int[] firstResult)
    {
        DetectionRows = detectionRows;
        TruthRows = truthRows;
        Groups = groups;
        FirstResultOfCategory = firstResult;
    }

    public int[] DetectionRows { get; }

    public int[] TruthRows { get; }

    public EvaluationGroup[] Groups { get; }

    /// <summary>Where the kept detections of each category begin; one more entry than categories.</summary>
    public int[] FirstResultOfCategory { get; }

    public static GroupIndex Build(CocoInput input, int mostDetections)
    {
        int images = input.ImageKeys.Length,
            categories = input.CategoryNames.Length;
        var (detections, detectionStarts) = Order(
            input.Detections.Images,
            input.Detections.Categories,
            images,
            categories
        );
        var (truths, truthStarts) = Order(input.Truths.Images, input.Truths.Categories, images, categories);
        List<EvaluationGroup> groups = [];
        var firstResult = new int[categories + 1];
        var kept = 0;
        for (var category = 0; category < categories; category++)
        {
            firstResult[category] = kept;
            var t = truthStarts[category];
            for (var d = detectionStarts[category]; d < detectionStarts[category + 1]; )
            {
                var image = input.Detections.Images[detections[d]];
                var end = EndOfImage(detections, input.Detections.Images, d, detectionStarts[category + 1]);
                while (t < truthStarts[category + 1] && input.Truths.Images[truths[t]] < image)
                    t++;
                var truthEnd =
                    t < truthStarts[category + 1] && input.Truths.Images[truths[t]] == image
                        ? EndOfImage(truths, input.Truths.Images, t, truthStarts[category + 1])
                        : t;
                groups.Add(new(image, d, end - d, t, truthEnd - t, kept));
                kept += Math.Min(end - d, mostDetections);
                (d, t) = (end, truthEnd);
            }
        }

        firstResult[categories] = kept;
        return new(detections, truths, [.. groups], firstResult);
    }

    // Two stable counting sorts: by image, then by category.
    static (int[] Rows, int[] CategoryStarts) Order(int[] images, int[] categories, int imageCount, int categoryCount)
    {
        var rows = new int[images.Length];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = i;
        rows = CountingSort(rows, images, imageCount, out _);
        rows = CountingSort(rows, categories, categoryCount, out var starts);
        return (rows, starts);
    }

    static int[] CountingSort(int[] rows, int[] keys, int keyCount, out int[] starts)
    {
        starts = new int[keyCount + 1];
        foreach (var key in keys)
            starts[key + 1]++;
        for (var key = 0; key < keyCount; key++)
            starts[key + 1] += starts[key];
        var next = starts.AsSpan(0, keyCount).ToArray();
        var sorted = new int[rows.Length];
        foreach (var row in rows)
            sorted[next[keys[row]]++] = row;
        return sorted;
    }

    static int EndOfImage(int[] rows, int[] images, int start, int end)
    {
        var stop = start + 1;
        while (stop < end && images[rows[stop]] == images[rows[start]])
            stop++;
        return stop;
    }
}
