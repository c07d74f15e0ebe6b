namespace LabelSpec.Geometry;

/// <summary>An open line as x, y pairs in continuous pixels. An odd last number is passed over. Nothing here throws.</summary>
public static partial class Polyline
{
    public static double Length(ReadOnlySpan<double> line)
    {
        double length = 0;
        for (var i = 2; i + 1 < line.Length; i += 2)
            length += double.Hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
        return length;
    }

    /// <summary>Distance from a point to the nearest place on the line; NaN for a line without vertices.</summary>
    public static double DistanceTo(ReadOnlySpan<double> line, Point point)
    {
        if (line.Length < 2)
            return double.NaN;
        var start = new Point(line[0], line[1]);
        var nearest = start.DistanceTo(point);
        for (var i = 2; i + 1 < line.Length; i += 2)
        {
            var end = new Point(line[i], line[i + 1]);
            nearest = Math.Min(nearest, Segment.DistanceTo(start, end, point));
            start = end;
        }

        return nearest;
    }

    /// <summary>
    /// Fills <paramref name="resampled"/> with points at equal distances along the line, its ends included.
    /// All points are the first vertex where the line has no length; the span is filled with NaN where it has no vertex.
    /// </summary>
    public static void Resample(ReadOnlySpan<double> line, Span<double> resampled)
    {
        var count = resampled.Length / 2;
        if (line.Length < 2 || count == 0)
        {
            resampled.Fill(double.NaN);
            return;
        }

        var spacing = count > 1 ? Length(line) / (count - 1) : 0;
        double passed = 0;
        var segment = 0;
        for (var i = 0; i < count; i++)
        {
            var wanted = spacing * i;
            var length = SegmentLength(line, segment);
            while (segment + 2 < line.Length / 2 && passed + length < wanted)
            {
                passed += length;
                length = SegmentLength(line, ++segment);
            }

            var t = length > 0 ? Math.Clamp((wanted - passed) / length, 0, 1) : 0;
            var at = 2 * segment;
            var next = Math.Min(at + 2, LastVertex(line));
            resampled[2 * i] = line[at] + t * (line[next] - line[at]);
            resampled[2 * i + 1] = line[at + 1] + t * (line[next + 1] - line[at + 1]);
        }

        if (count > 1)
        {
            // The last point is the line's end, not the end up to rounding.
            resampled[2 * count - 2] = line[LastVertex(line)];
            resampled[2 * count - 1] = line[LastVertex(line) + 1];
        }
    }

    static double SegmentLength(ReadOnlySpan<double> line, int segment)
    {
        var at = 2 * segment;
        return at + 3 < line.Length ? double.Hypot(line[at + 2] - line[at], line[at + 3] - line[at + 1]) : 0;
    }

    static int LastVertex(ReadOnlySpan<double> line) => (line.Length / 2 - 1) * 2;
}
