namespace LabelSpec.Geometry;

/// <summary>
/// Rasterises a ring as <c>rleFrPoly</c> of cocoapi's maskApi.c does, quirks included: vertices are rounded on a grid
/// five times finer than pixels, each edge is traced along its longer axis, and where the trace enters a pixel column's
/// centre the column changes between background and foreground there. Columns outside the image are dropped, rows are
/// clamped to it. Tracing is not symmetric: a thin shape may gain or lose pixels when its vertices run the other way.
/// </summary>
/// <remarks>
/// The original visits every point of the fine trace; only the steps across a column centre matter, and those are
/// computed here directly with the same floating-point operations. Coordinates beyond 2·10⁸ pixels, where the
/// original's integers overflow, are clamped.
/// </remarks>
static class RlePolygon
{
    const double Scale = 5;
    const double FineLimit = 1e9;

    // The trace crosses the centre of column c between fine columns 5c + 2 and 5c + 3.
    const int CenterOffset = 2;

    /// <summary>Null where more than <see cref="RleMask.MaxRuns"/> column changes would be needed.</summary>
    public static uint[]? Rasterise(ReadOnlySpan<double> ring, int height, int width)
    {
        var vertices = ring.Length / 2;
        if (CountChanges(ring, width) > RleMask.MaxRuns)
            return null;
        var boundary = new RleBoundary(height, width);
        for (var i = 0; i < vertices; i++)
        {
            var next = i + 1 == vertices ? 0 : i + 1;
            Trace(
                Fine(ring[2 * i]),
                Fine(ring[2 * i + 1]),
                Fine(ring[2 * next]),
                Fine(ring[2 * next + 1]),
                ref boundary
            );
        }

        return boundary.ToRuns();
    }

    static long CountChanges(ReadOnlySpan<double> ring, int width)
    {
        long changes = 0;
        for (var i = 0; i + 1 < ring.Length; i += 2)
        {
            var next = i + 3 < ring.Length ? i + 2 : 0;
            var (first, last) = ColumnsBetween(Fine(ring[i]), Fine(ring[next]), width);
            changes += Math.Max(0, last - first + 1);
        }

        return changes;
    }

    static void Trace(int startX, int startY, int endX, int endY, ref RleBoundary boundary)
    {
        int dx = Math.Abs(endX - startX),
            dy = Math.Abs(endY - startY);
        // Traced from the smaller end of the longer axis, whichever way the edge runs.
        if ((dx >= dy && startX > endX) || (dx < dy && startY > endY))
            (startX, startY, endX, endY) = (endX, endY, startX, startY);
        var (first, last) = ColumnsBetween(startX, endX, boundary.Width);
        if (dx >= dy)
        {
            var slope = (double)(endY - startY) / dx;
            for (var column = first; column <= last; column++)
            {
                var t = 5 * column + CenterOffset - startX;
                var y = Math.Min((int)(startY + slope * t + .5), (int)(startY + slope * (t + 1) + .5));
                boundary.Add(column, Row(y, boundary.Height));
            }
        }
        else
        {
            var slope = (double)(endX - startX) / dy;
            for (var column = first; column <= last; column++)
            {
                var t = StepAcross(5 * column + CenterOffset, startX, slope, dy);
                boundary.Add(column, Row(startY + t - 1, boundary.Height));
            }
        }
    }

    // The first step t at which the fine column (int)(startX + slope t + .5) is on the far side of the centre.
    static int StepAcross(int center, int startX, double slope, int steps)
    {
        var t = (int)Math.Clamp(Math.Ceiling((center + .5 - startX) / slope), 1, steps);
        while (t > 1 && IsAcross(t - 1))
            t--;
        while (t < steps && !IsAcross(t))
            t++;
        return t;

        bool IsAcross(int step)
        {
            var x = (int)(startX + slope * step + .5);
            return slope > 0 ? x > center : x <= center;
        }
    }

    static (int First, int Last) ColumnsBetween(int fineX, int otherX, int width)
    {
        int left = Math.Min(fineX, otherX),
            right = Math.Max(fineX, otherX);
        var first = left <= CenterOffset ? 0 : (left - CenterOffset + 4) / 5;
        var last = right <= CenterOffset ? -1 : (right - 1 - CenterOffset) / 5;
        return (first, Math.Min(last, width - 1));
    }

    static int Row(int fineY, int height) => (int)Math.Ceiling(Math.Clamp((fineY + .5) / Scale - .5, 0, height));

    static int Fine(double value) =>
        double.IsNaN(value) ? (int)-FineLimit : (int)Math.Clamp(Scale * value + .5, -FineLimit, FineLimit);
}
