namespace LabelSpec.Geometry;

/// <summary>
/// Connected components on runs: foreground is cut into vertical strips, strips of neighbouring columns are joined where
/// they touch (union-find). A run that fills several whole columns is one strip.
/// </summary>
static class RleComponents
{
    /// <summary>Rows from Top up to Bottom (exclusive) of the columns from Left to Right (inclusive).</summary>
    readonly record struct Strip(int Left, int Right, int Top, int Bottom)
    {
        public long Area => (long)(Right - Left + 1) * (Bottom - Top);
    }

    public static MaskComponent[] Find(ReadOnlySpan<uint> runs, int height, int width, PixelConnectivity connectivity)
    {
        var strips = Cut(runs, height);
        return Collect(strips, Join(strips, connectivity), height, width);
    }

    /// <summary>Runs of the pieces of the foreground that do not reach the edge of the image.</summary>
    public static uint[] RunsOfEnclosed(ReadOnlySpan<uint> runs, int height, int width, PixelConnectivity connectivity)
    {
        var strips = Cut(runs, height);
        var set = Join(strips, connectivity);
        var reachesEdge = new bool[strips.Count];
        for (var i = 0; i < strips.Count; i++)
            if (strips[i] is var s && (s.Left == 0 || s.Top == 0 || s.Right == width - 1 || s.Bottom == height))
                reachesEdge[Root(set, i)] = true;
        List<uint> enclosed = [];
        long at = 0;
        for (var i = 0; i < strips.Count; i++)
        {
            if (reachesEdge[Root(set, i)])
                continue;
            var start = (long)strips[i].Left * height + strips[i].Top;
            enclosed.Add((uint)(start - at));
            enclosed.Add((uint)strips[i].Area);
            at = start + strips[i].Area;
        }

        enclosed.Add((uint)((long)height * width - at));
        return [.. enclosed];
    }

    static int[] Join(List<Strip> strips, PixelConnectivity connectivity)
    {
        var set = new int[strips.Count];
        for (var i = 0; i < set.Length; i++)
            set[i] = i;
        JoinNeighbours(strips, set, connectivity == PixelConnectivity.Eight ? 1 : 0);
        return set;
    }

    static List<Strip> Cut(ReadOnlySpan<uint> runs, int height)
    {
        List<Strip> strips = [];
        long at = 0;
        for (var i = 0; i < runs.Length; i++)
        {
            long end = at + runs[i];
            // Foreground runs with nothing between them are one.
            for (; i % 2 == 1 && i + 2 < runs.Length && runs[i + 1] == 0; i += 2)
                end += runs[i + 2];
            while (i % 2 == 1 && at < end)
            {
                int column = (int)(at / height),
                    row = (int)(at % height);
                var wholeColumns = row == 0 ? (int)((end - at) / height) : 0;
                var strip =
                    wholeColumns > 0
                        ? new Strip(column, column + wholeColumns - 1, 0, height)
                        : new Strip(column, column, row, (int)Math.Min(height, row + end - at));
                strips.Add(strip);
                at += strip.Area;
            }

            at = end;
        }

        return strips;
    }

    // Strips stand in the order of columns and rows, so those of the column before are a window that only moves forward.
    static void JoinNeighbours(List<Strip> strips, int[] set, int reach)
    {
        var candidate = 0;
        for (var i = 0; i < strips.Count; i++)
        {
            var strip = strips[i];
            while (candidate < i && IsPassed(strips[candidate], strip, reach))
                candidate++;
            for (var j = candidate; j < i && strips[j].Right + 1 == strip.Left; j++)
            {
                if (strips[j].Top >= strip.Bottom + reach)
                    break;
                if (strips[j].Bottom + reach > strip.Top)
                    Join(set, i, j);
            }
        }
    }

    static bool IsPassed(Strip earlier, Strip strip, int reach) =>
        earlier.Right + 1 < strip.Left || (earlier.Right + 1 == strip.Left && earlier.Bottom + reach <= strip.Top);

    static void Join(int[] set, int a, int b)
    {
        a = Root(set, a);
        b = Root(set, b);
        // The earlier strip leads, which keeps pieces in the order of their first column.
        if (a != b)
            set[Math.Max(a, b)] = Math.Min(a, b);
    }

    static int Root(int[] set, int i)
    {
        while (set[i] != i)
            i = set[i] = set[set[i]];
        return i;
    }

    static MaskComponent[] Collect(List<Strip> strips, int[] set, int height, int width)
    {
        Dictionary<int, int> indexOf = [];
        List<(long Area, int Left, int Top, int Right, int Bottom)> pieces = [];
        for (var i = 0; i < strips.Count; i++)
        {
            var strip = strips[i];
            var root = Root(set, i);
            if (!indexOf.TryGetValue(root, out var index))
            {
                indexOf[root] = index = pieces.Count;
                pieces.Add((0, strip.Left, strip.Top, strip.Right, strip.Bottom));
            }

            var (area, left, top, right, bottom) = pieces[index];
            pieces[index] = (
                area + strip.Area,
                left,
                Math.Min(top, strip.Top),
                Math.Max(right, strip.Right),
                Math.Max(bottom, strip.Bottom)
            );
        }

        return
        [
            .. pieces
                .Select(piece => new MaskComponent(
                    piece.Area,
                    Box.FromEdges(piece.Left, piece.Top, piece.Right + 1, piece.Bottom),
                    piece.Left == 0 || piece.Top == 0 || piece.Right == width - 1 || piece.Bottom == height
                ))
                .OrderByDescending(piece => piece.Area),
        ];
    }
}
