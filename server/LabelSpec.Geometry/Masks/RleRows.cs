namespace LabelSpec.Geometry;

/// <summary>
/// Turns run lengths that go row by row inside a box into column runs of the whole image. A column changes where
/// consecutive rows differ, so only the differences of neighbouring rows are visited, never all pixels.
/// </summary>
ref struct RleRows
{
    readonly Placement placement;
    readonly List<(int From, int To)> above = [];
    readonly List<(int From, int To)> current = [];
    RleBoundary boundary;
    long firstRow;
    long lastRow = -1;
    long changes;

    RleRows(Placement placement)
    {
        this.placement = placement;
        boundary = new(placement.Height, placement.Width);
    }

    /// <summary>A box of whole pixels and the dimensions of the image that it stands in.</summary>
    public readonly record struct Placement(int Left, int Top, int BoxWidth, int BoxHeight, int Height, int Width);

    public static RleProblem ToColumns(ReadOnlySpan<uint> runs, Placement placement, out uint[] columns)
    {
        var rows = new RleRows(placement);
        var problem = rows.Read(runs);
        columns = rows.boundary.ToRuns();
        return problem;
    }

    RleProblem Read(ReadOnlySpan<uint> runs)
    {
        var pixels = (long)placement.BoxWidth * placement.BoxHeight;
        long at = 0;
        for (var i = 0; i < runs.Length; i++)
        {
            if (at + runs[i] > pixels)
                return new(RleProblemKind.TooManyPixels, i);
            if (i % 2 == 1)
                AddRun(at, at + runs[i]);
            if (changes > RleMask.MaxRuns)
                return new(RleProblemKind.TooComplex, i);
            at += runs[i];
        }

        FinishRow();
        FinishEmptyRow();
        if (changes > RleMask.MaxRuns)
            return new(RleProblemKind.TooComplex, runs.Length);
        return at == pixels ? default : new(RleProblemKind.TooFewPixels, runs.Length);
    }

    void AddRun(long start, long end)
    {
        var width = placement.BoxWidth;
        while (start < end)
        {
            long row = start / width,
                column = start % width;
            // Rows that the run fills completely are alike: they are entered as one.
            var fullRows = column == 0 ? (end - start) / width : 0;
            BeginRow(row);
            lastRow = row + Math.Max(0, fullRows - 1);
            var stop = fullRows > 0 ? width : Math.Min(width, column + end - start);
            AddInterval(column, stop);
            start += fullRows > 0 ? fullRows * width : stop - column;
        }
    }

    void AddInterval(long from, long to)
    {
        from = Math.Max(0, from + placement.Left);
        to = Math.Min(placement.Width, to + placement.Left);
        if (from < to)
            current.Add(((int)from, (int)to));
    }

    void BeginRow(long row)
    {
        if (row == lastRow && lastRow == firstRow)
            return;
        FinishRow();
        if (row > lastRow + 1)
            FinishEmptyRow();
        firstRow = row;
    }

    void FinishRow()
    {
        CompareWithAbove(firstRow);
        above.Clear();
        above.AddRange(current);
        current.Clear();
    }

    void FinishEmptyRow()
    {
        CompareWithAbove(lastRow + 1);
        above.Clear();
    }

    // Marks a change in every column that only one of the two rows covers.
    void CompareWithAbove(long row)
    {
        var y = (int)Math.Clamp(row + placement.Top, 0, placement.Height);
        int a = 0,
            b = 0,
            x = 0;
        while (a < above.Count || b < current.Count)
        {
            bool inAbove = a < above.Count && above[a].From <= x,
                inCurrent = b < current.Count && current[b].From <= x;
            var next = Math.Min(NextEdge(above, a, x), NextEdge(current, b, x));
            if (inAbove != inCurrent)
            {
                changes += next - x;
                if (changes > RleMask.MaxRuns)
                    return;
                for (; x < next; x++)
                    boundary.Add(x, y);
            }

            x = next;
            if (a < above.Count && above[a].To <= x)
                a++;
            if (b < current.Count && current[b].To <= x)
                b++;
        }
    }

    static int NextEdge(List<(int From, int To)> intervals, int index, int x)
    {
        if (index == intervals.Count)
            return int.MaxValue;
        return intervals[index].From > x ? intervals[index].From : intervals[index].To;
    }
}
