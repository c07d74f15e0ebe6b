using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Shapes;

/// <summary>Whether an open line crosses or touches itself.</summary>
static class PolylineCrossing
{
    public static bool Exists(ReadOnlySpan<double> line)
    {
        var segments = Math.Max(0, line.Length / 2 - 1);
        var order = new int[segments];
        var lefts = new double[segments];
        for (var i = 0; i < segments; i++)
            (order[i], lefts[i]) = (i, Math.Min(line[2 * i], line[2 * i + 2]));
        Array.Sort(lefts, order);
        for (var i = 0; i < segments; i++)
        {
            var right = Math.Max(line[2 * order[i]], line[2 * order[i] + 2]);
            for (var k = i + 1; k < segments && lefts[k] <= right; k++)
                if (Meet(line, Math.Min(order[i], order[k]), Math.Max(order[i], order[k])))
                    return true;
        }
        return false;
    }

    static bool Meet(ReadOnlySpan<double> line, int first, int second) =>
        second == first + 1
            ? TurnsBack(line.Slice(2 * first, 6))
            : Polyline.DistanceBetween(line.Slice(2 * first, 4), line.Slice(2 * second, 4)) == 0;

    // Neighbours share a vertex; they meet elsewhere only where the second runs back over the first.
    static bool TurnsBack(ReadOnlySpan<double> corner)
    {
        double x1 = corner[2] - corner[0],
            y1 = corner[3] - corner[1],
            x2 = corner[4] - corner[2],
            y2 = corner[5] - corner[3];
        return x1 * y2 == y1 * x2 && x1 * x2 + y1 * y2 < 0;
    }
}
