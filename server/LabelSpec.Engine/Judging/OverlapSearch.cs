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

    readonly double smallest = pairChecks.Count == 0 ? 2 : pairChecks.Min(entry => entry.Check.SmallestIoU);
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
            // Nothing repeats anything; the checks only count.
            foreach (var (check, report) in pairChecks)
                for (var i = 0; i < count; i++)
                    if (check.TakesPart(rows[i]))
                        report.Judged();
            return;
        }

        foreach (var search in searches)
            search.Judge(rows.AsSpan(0, count));
    }

    // What is no copy, and has a box that can be compared.
    void Gather(ReadOnlySpan<int> annotations)
    {
        if (annotations.Length > boxes.Length)
        {
            boxes = new Box[annotations.Length * 2];
            rows = new int[annotations.Length * 2];
        }

        copies.Clear();
        count = 0;
        foreach (var row in annotations)
        {
            var box = dataset.Annotations.Boxes[row];
            if (box.IsEmpty || !box.IsFinite)
                continue;
            var original = copies.OriginalOf(row);
            foreach (var (check, report) in copyChecks)
                check.Judge(row, original, report);
            if (original >= 0)
                continue;
            boxes[count] = box;
            rows[count++] = row;
        }
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
                    && box.IoU(boxes[k]) >= smallest
                )
                    return true;
        }

        return false;
    }
}
