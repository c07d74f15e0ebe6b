using System.Collections.Immutable;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>What keeps AP from being perfect.</summary>
public sealed class TideReport
{
    readonly ImmutableArray<TideVerdict> verdicts;
    readonly int categories;

    TideReport(ImmutableArray<TideVerdict> verdicts, int categories)
    {
        this.verdicts = verdicts;
        this.categories = categories;
        Detections = [.. verdicts.SelectMany(verdict => verdict.Detections)];
        MissedObjects = [.. verdicts.SelectMany(verdict => verdict.MissedRows)];
        var asked = CountByCategory(verdict => verdict.Asked);
        Ap = TideAp.Of(AsTheyAre(), asked);
        Errors =
        [
            .. Enum.GetValues<TideErrorKind>()
                .Select(kind => new TideError(
                    kind,
                    kind == TideErrorKind.Missed ? MissedObjects.Length : Detections.Count(d => d.Error == kind),
                    Gain(
                        kind == TideErrorKind.Missed
                            ? TideAp.Of(AsTheyAre(), Without(asked, verdict => verdict.Missed))
                            : TideAp.Of(Detections.SelectMany(d => Fixed(d, kind)), asked)
                    )
                )),
        ];
        FalsePositiveGain = Gain(
            TideAp.Of(
                Detections.Select(d =>
                    (d.Category, d.Error is null ? d.Score : double.NegativeInfinity, d.Error is null)
                ),
                asked
            )
        );
        FalseNegativeGain = Gain(TideAp.Of(AsTheyAre(), Without(asked, verdict => verdict.NotFound)));
    }

    /// <summary>AP at the foreground threshold, 0 to 1: 101 recalls, mean over categories that occur.</summary>
    public double Ap { get; }

    /// <summary>All six kinds, in their order.</summary>
    public ImmutableArray<TideError> Errors { get; }

    /// <summary>Gain of AP if every false alarm came after all right detections.</summary>
    public double FalsePositiveGain { get; }

    /// <summary>Gain of AP if objects that were not found were not asked for.</summary>
    public double FalseNegativeGain { get; }

    /// <summary>Every detection that was judged, ignored ones left out. Rows are those of the input that it came from.</summary>
    public ImmutableArray<TideDetection> Detections { get; }

    /// <summary>Rows of objects that no detection explains.</summary>
    public ImmutableArray<int> MissedObjects { get; }

    /// <summary>The report of all images of some reports, number for number that of one analysis.</summary>
    /// <exception cref="ArgumentException">An image is in two reports, or they are of other categories.</exception>
    public static TideReport Merge(params ReadOnlySpan<TideReport> reports)
    {
        if (reports.IsEmpty)
            throw new ArgumentException("There is nothing to merge.", nameof(reports));
        List<TideVerdict> all = [];
        foreach (var report in reports)
        {
            if (report.categories != reports[0].categories)
                throw new ArgumentException("The reports are of other categories.", nameof(reports));
            all.AddRange(report.verdicts);
        }

        all.Sort((a, b) => a.Image.CompareTo(b.Image));
        for (var i = 1; i < all.Count; i++)
            if (all[i].Image == all[i - 1].Image)
                throw new ArgumentException($"Image {all[i].Image} is in two reports.", nameof(reports));
        return Of(all, reports[0].categories);
    }

    internal static TideReport Of(IEnumerable<TideVerdict> verdicts, int categories) => new([.. verdicts], categories);

    IEnumerable<(int, double, bool)> AsTheyAre() => Detections.Select(d => (d.Category, d.Score, d.Error is null));

    double Gain(double without) => Math.Max(0, without - Ap);

    static IEnumerable<(int, double, bool)> Fixed(TideDetection detection, TideErrorKind kind)
    {
        if (detection.Error != kind)
            yield return (detection.Category, detection.Score, detection.Error is null);
        else if (detection.IsFixable)
            yield return (detection.TargetCategory, detection.Score, true);
    }

    int[] Without(int[] asked, Func<TideVerdict, ImmutableArray<int>> left)
    {
        var counts = CountByCategory(left);
        return [.. asked.Select((count, category) => count - counts[category])];
    }

    int[] CountByCategory(Func<TideVerdict, ImmutableArray<int>> objects)
    {
        var counts = new int[categories];
        foreach (var verdict in verdicts)
        foreach (var category in objects(verdict))
            counts[category]++;
        return counts;
    }
}
