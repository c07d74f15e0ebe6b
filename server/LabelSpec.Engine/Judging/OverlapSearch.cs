using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Checks.Crossing;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Judging;

/// <summary>
/// Shows overlapping pairs of an image to the pair checks; one search for all of them, buffers reused. An annotation that
/// repeats an earlier one exactly is shown with that one alone: a thousand copies are a thousand findings, not a million.
/// </summary>
sealed class OverlapSearch(Dataset dataset, List<(PairCheck Check, CheckReport Report)> checks)
{
    readonly double smallest = checks.Count == 0 ? 1 : checks.Min(entry => entry.Check.SmallestIoU);
    readonly Dictionary<(Box Box, int Category), int> originals = [];
    Box[] boxes = new Box[64];
    int[] rows = new int[64];
    int count;

    public void Judge(ReadOnlySpan<int> annotations)
    {
        if (checks.Count == 0 || annotations.Length < 2)
            return;
        Gather(annotations);
        var visitor = new Visitor(this);
        BoxPairs.Visit(boxes.AsSpan(0, count), 0, ref visitor);
    }

    void Gather(ReadOnlySpan<int> annotations)
    {
        if (annotations.Length > boxes.Length)
        {
            boxes = new Box[annotations.Length * 2];
            rows = new int[annotations.Length * 2];
        }

        var all = dataset.Annotations.Boxes;
        var categories = dataset.Annotations.Categories;
        originals.Clear();
        count = 0;
        foreach (var row in annotations)
        {
            var box = all[row];
            if (box.IsEmpty || !box.IsFinite)
                continue;
            boxes[count] = box;
            rows[count] = row;
            if (
                originals.TryAdd((box, categories[row]), count)
                || !RepeatsOriginal(row, originals[(box, categories[row])])
            )
                count++;
        }
    }

    bool RepeatsOriginal(int row, int original)
    {
        var first = rows[original];
        if (!Pairs.AreComparable(dataset.Annotations, first, row) || !Pairs.AreEqual(dataset, first, row))
            return false;
        foreach (var (check, report) in checks)
            check.Judge(first, row, 1, report);
        return true;
    }

    void Show(int first, int second)
    {
        var (a, b) = (boxes[first], boxes[second]);
        // No IoU is above the ratio of the areas, and that is cheaper.
        if (Math.Min(a.Area, b.Area) < smallest * Math.Max(a.Area, b.Area))
            return;
        var iou = a.IoU(b);
        foreach (var (check, report) in checks)
            if (iou >= check.SmallestIoU)
                check.Judge(rows[first], rows[second], iou, report);
    }

    readonly struct Visitor(OverlapSearch search) : IBoxPairVisitor
    {
        public bool Visit(int first, int second)
        {
            search.Show(first, second);
            return true;
        }
    }
}
