namespace LabelSpec.Geometry;

/// <summary>
/// A cheap proof that a ring does not cross or touch itself: seen from the mean of its vertices, it goes around once and never
/// turns back. Most outlines of objects pass, and need no search for crossings.
/// </summary>
public static class StarShape
{
    /// <param name="ring">Finite x, y pairs without a closing vertex.</param>
    public static bool Is(ReadOnlySpan<double> ring)
    {
        if (ring.Length < 6)
            return false;
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
            y = ring[^1] - centerY;
        int sense = 0,
            halfTurns = 0;
        for (var i = 0; i + 1 < ring.Length; i += 2)
        {
            double nextX = ring[i] - centerX,
                nextY = ring[i + 1] - centerY;
            // A different sense, or none for certain where the centre lies on the edge's line.
            var turn = Certainty.SignOf(x * nextY, nextX * y);
            if (turn == 0 || turn == -sense)
                return false;
            sense = turn;
            if (y < 0 != nextY < 0)
                halfTurns++;
            (x, y) = (nextX, nextY);
        }

        return halfTurns == 2;
    }
}
