namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// Why AP is not perfect: sorts every false alarm and every missed object into one of six kinds, and asks an oracle for
/// each kind what AP would be without it (D. Bolya et al., "TIDE: A General Toolbox for Identifying Object Detection
/// Errors", 2020; order of tests as in tidecv's <c>quantify.py</c>).
/// </summary>
public static class TideAnalysis
{
    /// <summary>Images are judged on their own, so that reports of disjoint images merge: <see cref="TideReport.Merge"/>.</summary>
    public static TideReport Analyse(CocoInput input, TideSettings settings)
    {
        var detections = RowsByImage(input.Detections.Images, input.ImageKeys.Length);
        var truths = RowsByImage(input.Truths.Images, input.ImageKeys.Length);
        var verdicts = new TideVerdict[input.ImageKeys.Length];
        for (var image = 0; image < verdicts.Length; image++)
        {
            var rows = detections[image].ToArray();
            ScoreOrder.Sort(rows, input.Detections.Scores, new double[rows.Length]);
            var judged = new TideImage(
                input,
                settings,
                rows.Length > settings.MaxDetections ? rows[..settings.MaxDetections] : rows,
                [.. truths[image]]
            );
            verdicts[image] = judged.Judge(input.ImageKeys[image]);
        }

        return TideReport.Of(verdicts, input.CategoryNames.Length);
    }

    static List<int>[] RowsByImage(int[] images, int count)
    {
        var rows = new List<int>[count];
        for (var image = 0; image < count; image++)
            rows[image] = [];
        for (var row = 0; row < images.Length; row++)
            rows[images[row]].Add(row);
        return rows;
    }
}
