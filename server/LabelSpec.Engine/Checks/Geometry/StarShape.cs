namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>
/// A cheap proof that a ring does not cross itself: seen from the mean of its vertices, it goes around once and never
/// turns back. Most outlines of objects pass, and need no search for crossings.
/// </summary>
static class StarShape
{
    /// <param name="ring">Finite x, y pairs without a closing vertex.</param>
    public static bool Is(ReadOnlySpan<double> ring)
    {
        double centerX = 0,
            centerY = 0;
        for (var i = 0; i + 1 < ring.Length; i += 2)
        {
            centerX += ring[i];
            centerY += ring[i + 1];
        }

        var count = ring.Length / 2;
        centerX /= count;
        centerY /= count;
        double x = ring[^2] - centerX,
            y = ring[^1] - centerY,
            sense = 0;
        var halfTurns = 0;
        for (var i = 0; i + 1 < ring.Length; i += 2)
        {
            double nextX = ring[i] - centerX,
                nextY = ring[i + 1] - centerY;
            var turn = x * nextY - nextX * y;
            // A different sense, or none at all where the centre lies on the edge's line.
            if (!(turn * sense > 0) && !(sense == 0 && turn != 0))
                return false;
            sense = turn;
            if (y < 0 != nextY < 0)
                halfTurns++;
            (x, y) = (nextX, nextY);
        }

        return halfTurns == 2;
    }
}
