using LabelSpec.Geometry;

namespace LabelSpec.Engine.Checks.Crossing;

/// <summary>
/// The places at which boxes of one image lie: a box opens a place unless it lies so near the box that opened another one that any two
/// boxes of that place have at least the limit of IoU. That can be told from the opening box alone, as 1 − IoU is a metric (Kosub, "A
/// note on the triangle inequality for the Jaccard distance", 2019). Opening boxes of places lie apart, so that only a bounded number of
/// places is near any box, however many boxes lie there.
/// </summary>
sealed class BoxPlaces
{
    // Rounding must neither tear a place apart nor hide one.
    const double Slack = 1e-9;

    // Fewer places are looked through faster than looked up.
    const int WorthATable = 48;

    // With limits below a half, what is near covers so many cells that looking through all is better.
    const double SmallestReach = 0.2;

    readonly double joining;
    readonly double reach;
    readonly double levelBase;
    readonly List<Box> openings = [];
    readonly Dictionary<Cell, List<int>> cells = [];
    int inCells;

    /// <param name="limit">The IoU that two boxes of a place have at least.</param>
    public BoxPlaces(double limit)
    {
        joining = 1 - (1 - limit) / 2 + Slack;
        reach = 1 - 1.5 * (1 - limit) - Slack;
        levelBase = (1 + Slack) / reach;
    }

    public int Count => openings.Count;

    /// <summary>How many boxes were compared; what the cost is measured by.</summary>
    public long Comparisons { get; private set; }

    /// <summary>
    /// Finds the places that may hold a box of at least the limit of IoU, in the order in which they were opened, and the place of the
    /// box itself, which it opens where there is none.
    /// </summary>
    public int Enter(Box box, List<int> near)
    {
        near.Clear();
        if (reach < SmallestReach || openings.Count < WorthATable)
            for (var place = 0; place < openings.Count; place++)
                AddIfNear(box, place, near);
        else
            LookUp(box, near);
        foreach (var place in near)
            if (box.IoU(openings[place]) >= joining)
                return place;
        openings.Add(box);
        return openings.Count - 1;
    }

    void AddIfNear(Box box, int place, List<int> near)
    {
        Comparisons++;
        if (box.IoU(openings[place]) >= reach)
            near.Add(place);
    }

    void LookUp(Box box, List<int> near)
    {
        for (; inCells < openings.Count; inCells++)
        {
            var cell = CellOf(openings[inCells], LevelOf(openings[inCells].Width), LevelOf(openings[inCells].Height));
            if (!cells.TryGetValue(cell, out var places))
                cells.Add(cell, places = []);
            places.Add(inCells);
        }

        int wide = LevelOf(box.Width),
            high = LevelOf(box.Height);
        // No IoU is above the ratio of the widths, nor above that of the heights.
        for (var w = wide - 1; w <= wide + 1; w++)
        for (var h = high - 1; h <= high + 1; h++)
        {
            var middle = CellOf(box, w, h);
            for (var x = -1; x <= 1; x++)
            for (var y = -1; y <= 1; y++)
                if (cells.TryGetValue(middle with { X = middle.X + x, Y = middle.Y + y }, out var places))
                    foreach (var place in places)
                        AddIfNear(box, place, near);
        }

        near.Sort();
    }

    int LevelOf(double size) => (int)Math.Floor(Math.Log(size) / Math.Log(levelBase));

    // Boxes within reach differ in an edge by at most a share of what both cover together, which is a little larger than either.
    Cell CellOf(Box box, int wide, int high) =>
        new(wide, high, Index(box.Left, SizeOf(wide)), Index(box.Top, SizeOf(high)));

    double SizeOf(int level) => (1 - reach) * Math.Pow(levelBase, level + 2);

    static long Index(double edge, double size) => (long)Math.Clamp(Math.Floor(edge / size), -1e18, 1e18);

    readonly record struct Cell(int Wide, int High, long X, long Y);
}
