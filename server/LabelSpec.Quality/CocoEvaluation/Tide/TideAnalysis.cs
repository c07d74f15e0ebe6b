namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// Why AP is not perfect: sorts every false alarm and every missed object into one of six kinds, and asks an oracle for
/// each kind what AP would be without it (D. Bolya et al., "TIDE: A General Toolbox for Identifying Object Detection
/// Errors", 2020; order of tests as in tidecv's <c>quantify.py</c>).
/// </summary>
public static class TideAnalysis
{
    public static TideReport Analyse(CocoInput input, TideSettings settings)
    {
        List<TideDetection> detections = [];
        List<int> notFound = [];
        foreach (var image in ImagesOf(input, settings))
        {
            image.Judge();
            detections.AddRange(image.Detections);
            notFound.AddRange(image.NotFound);
        }

        var explained = detections.Where(d => d.Target >= 0).Select(d => d.Target).ToHashSet();
        List<int> missed = [.. notFound.Where(row => !explained.Contains(row))];
        var positives = PositivesOf(input, []);
        var ap = TideAp.Of(detections.Select(d => (d.Category, d.Score, d.Error is null)), positives);
        return new(
            ap,
            [
                .. Enum.GetValues<TideErrorKind>()
                    .Select(kind => new TideError(
                        kind,
                        kind == TideErrorKind.Missed ? missed.Count : detections.Count(d => d.Error == kind),
                        Gain(Without(kind))
                    )),
            ],
            Gain(
                TideAp.Of(
                    detections.Select(d =>
                        (d.Category, d.Error is null ? d.Score : double.NegativeInfinity, d.Error is null)
                    ),
                    positives
                )
            ),
            Gain(
                TideAp.Of(detections.Select(d => (d.Category, d.Score, d.Error is null)), PositivesOf(input, notFound))
            ),
            [.. detections],
            [.. missed]
        );

        double Gain(double fixedAp) => Math.Max(0, fixedAp - ap);

        double Without(TideErrorKind kind) =>
            kind == TideErrorKind.Missed
                ? TideAp.Of(detections.Select(d => (d.Category, d.Score, d.Error is null)), PositivesOf(input, missed))
                : TideAp.Of(detections.SelectMany(d => Fixed(input, d, kind)), positives);
    }

    static IEnumerable<(int, double, bool)> Fixed(CocoInput input, TideDetection detection, TideErrorKind kind)
    {
        if (detection.Error != kind)
            yield return (detection.Category, detection.Score, detection.Error is null);
        else if (detection.IsFixable)
            yield return (input.Truths.Categories[detection.Target], detection.Score, true);
    }

    static int[] PositivesOf(CocoInput input, IEnumerable<int> without)
    {
        var positives = new int[input.CategoryNames.Length];
        for (var i = 0; i < input.Truths.Count; i++)
            if (!input.Truths.IsIgnored[i])
                positives[input.Truths.Categories[i]]++;
        foreach (var row in without)
            positives[input.Truths.Categories[row]]--;
        return positives;
    }

    static IEnumerable<TideImage> ImagesOf(CocoInput input, TideSettings settings)
    {
        var detections = RowsByImage(input.Detections.Images, input.ImageKeys.Length);
        var truths = RowsByImage(input.Truths.Images, input.ImageKeys.Length);
        for (var image = 0; image < input.ImageKeys.Length; image++)
        {
            var rows = detections[image].ToArray();
            ScoreOrder.Sort(rows, input.Detections.Scores, new double[rows.Length]);
            yield return new(
                input,
                settings,
                rows.Length > settings.MaxDetections ? rows[..settings.MaxDetections] : rows,
                [.. truths[image]]
            );
        }
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
