using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Nearby;

/// <summary>
/// Boxes of one image, packed so that those near a given box are found without looking at all: an R-tree filled by
/// sort-tile-recursive packing (Leutenegger, Lopez, Edgington, 1997).
/// </summary>
sealed class BoxTree
{
    const int Fanout = 8;

    readonly int[] items;
    readonly Box[] boxes;

    // Levels from the leaves up; node k of a level holds entries 8k .. 8k+7 of the level below.
    readonly List<Box[]> levels = [];

    /// <param name="rows">What to find again.</param>
    /// <param name="bounds">A finite box for each of them.</param>
    public BoxTree(ReadOnlySpan<int> rows, ReadOnlySpan<Box> bounds)
    {
        items = rows.ToArray();
        boxes = bounds.ToArray();
        Tile();
        var below = boxes;
        while (below.Length > Fanout)
        {
            var level = new Box[(below.Length + Fanout - 1) / Fanout];
            for (var node = 0; node < level.Length; node++)
            {
                var end = Math.Min(below.Length, (node + 1) * Fanout);
                var box = below[node * Fanout];
                for (var i = node * Fanout + 1; i < end; i++)
                    box = box.Union(below[i]);
                level[node] = box;
            }
            levels.Add(level);
            below = level;
        }
    }

    /// <summary>Adds the rows whose boxes lie within a distance of the box, in x and in y.</summary>
    public void Find(Box box, double distance, List<int> found)
    {
        var reach = box.Grow(distance);
        if (levels.Count == 0)
            FindIn(reach, 0, boxes.Length, found);
        else
            Descend(reach, levels.Count - 1, 0, levels[^1].Length, found);
    }

    void Descend(Box reach, int level, int from, int to, List<int> found)
    {
        for (var node = from; node < to; node++)
        {
            if (levels[level][node].IsOutside(reach))
                continue;
            var first = node * Fanout;
            if (level == 0)
                FindIn(reach, first, Math.Min(boxes.Length, first + Fanout), found);
            else
                Descend(reach, level - 1, first, Math.Min(levels[level - 1].Length, first + Fanout), found);
        }
    }

    void FindIn(Box reach, int from, int to, List<int> found)
    {
        for (var i = from; i < to; i++)
            if (!boxes[i].IsOutside(reach))
                found.Add(items[i]);
    }

    void Tile()
    {
        Sort(0, items.Length, byTop: false);
        var leaves = (items.Length + Fanout - 1) / Fanout;
        var slice = Fanout * (int)Math.Ceiling(Math.Sqrt(leaves));
        for (var from = 0; from < items.Length; from += slice)
            Sort(from, Math.Min(items.Length, from + slice), byTop: true);
    }

    void Sort(int from, int to, bool byTop)
    {
        var keys = new double[to - from];
        for (var i = from; i < to; i++)
            keys[i - from] = byTop ? boxes[i].Center.Y : boxes[i].Center.X;
        var order = new int[to - from];
        for (var i = 0; i < order.Length; i++)
            order[i] = from + i;
        Array.Sort(keys, order);
        var sortedItems = Array.ConvertAll(order, i => items[i]);
        var sortedBoxes = Array.ConvertAll(order, i => boxes[i]);
        sortedItems.CopyTo(items, from);
        sortedBoxes.CopyTo(boxes, from);
    }
}
