using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Checks.Crossing;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Judging;

/// <summary>
/// Searches an image for annotations that repeat each other: copies first, then for each pair check what is left. Buffers are reused;
/// one for each worker.
/// </summary>
sealed class OverlapSearch(
    Dataset dataset,
    List<(ExactDuplicate Check, CheckReport Report)> copyChecks,
    List<(PairCheck Check, CheckReport Report)> pairChecks
)
{
    // Up to so many annotations all pairs are looked at faster than places are made; nearly no image has such a pair.
    const int FewAnnotations = 64;

    // Copies have one box.
    readonly double smallest = pairChecks.Select(entry => entry.Check.SmallestIoU).Append(1 - 1e-9).Min();
    readonly Copies copies = new(dataset);
    readonly List<RepeatSearch> searches =
    [
        .. pairChecks.Select(entry => new RepeatSearch(dataset, entry.Check, entry.Report)),
    ];
    Box[] boxes = new Box[64];
    int[] rows = new int[64];
    int count;

    /// <summary>How many boxes the searches compared; what the cost is measured by.</summary>
    public long Comparisons => searches.Sum(search => search.Comparisons);

    public void Judge(ReadOnlySpan<int> annotations)
    {
        if (copyChecks.Count + pairChecks.Count == 0)
            return;
        Gather(annotations);
        if (count <= FewAnnotations && !AnyRepeats())
        {
            CountAll();
            return;
        }

        RemoveCopies();
        foreach (var search in searches)
            search.Judge(rows.AsSpan(0, count));
    }

    // Nothing repeats anything; the checks only count.
    void CountAll()
    {
        foreach (var (check, report) in copyChecks)
            for (var i = 0; i < count; i++)
                check.Judge(rows[i], -1, report);
        foreach (var (check, report) in pairChecks)
            for (var i = 0; i < count; i++)
                if (check.TakesPart(rows[i]))
                    report.Judged();
    }

    // What has a box that can be compared.
    void Gather(ReadOnlySpan<int> annotations)
    {
        if (annotations.Length > boxes.Length)
        {
            boxes = new Box[annotations.Length * 2];
            rows = new int[annotations.Length * 2];
        }

        count = 0;
        var all = dataset.Annotations.Boxes;
        foreach (var row in annotations)
        {
            var box = all[row];
            if (box.IsEmpty || !box.IsFinite)
                continue;
            boxes[count] = box;
            rows[count++] = row;
        }
    }

    void RemoveCopies()
    {
        copies.Clear();
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var original = copies.OriginalOf(rows[i]);
            foreach (var (check, report) in copyChecks)
                check.Judge(rows[i], original, report);
            if (original < 0)
                rows[kept++] = rows[i];
        }

        count = kept;
    }

    bool AnyRepeats()
    {
        for (var i = 0; i < count; i++)
        {
            var box = boxes[i];
            var area = box.Area;
            for (var k = i + 1; k < count; k++)
                // No IoU is above the ratio of the areas, and that is cheaper.
                if (
                    Math.Min(area, boxes[k].Area) >= smallest * Math.Max(area, boxes[k].Area) * (1 - 1e-9)
                    && !(box.IoU(boxes[k]) < smallest)
                )
                    return true;
        }

        return false;
    }
}
