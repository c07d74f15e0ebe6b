namespace LabelSpec.Geometry;

/// <summary>Measures on bare run lengths, for callers that keep the runs of many masks in one array.</summary>
public static class RleRuns
{
    public static long Area(ReadOnlySpan<uint> runs)
    {
        long area = 0;
        for (var i = 1; i < runs.Length; i += 2)
            area += runs[i];
        return area;
    }

    /// <summary>
    /// The box around the foreground, as <c>rleToBbox</c> of cocoapi's maskApi.c computes it; (0, 0, 0, 0) for a mask
    /// without foreground runs.
    /// </summary>
    public static Box Bounds(ReadOnlySpan<uint> runs, int height, int width)
    {
        var paired = runs.Length / 2 * 2;
        if (paired == 0 || height == 0)
            return default;
        uint tall = (uint)height;
        uint left = (uint)width,
            top = tall,
            right = 0,
            bottom = 0,
            at = 0,
            startColumn = 0;
        for (var i = 0; i < paired; i++)
        {
            at += runs[i];
            // A foreground run ends on the pixel before the next run begins.
            var pixel = at - (uint)(i % 2);
            uint row = pixel % tall,
                column = pixel / tall;
            if (i % 2 == 0)
                startColumn = column;
            else if (startColumn < column)
                (top, bottom) = (0, tall - 1);
            left = Math.Min(left, column);
            right = Math.Max(right, column);
            top = Math.Min(top, row);
            bottom = Math.Max(bottom, row);
        }

        return new(left, top, (double)right - left + 1, (double)bottom - top + 1);
    }

    /// <summary>Number of pixels that are foreground in both masks, by walking both run lists once.</summary>
    public static long IntersectionArea(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        long common = 0;
        long startA = 0,
            startB = 0;
        int i = 1,
            j = 1;
        if (a.Length < 2 || b.Length < 2)
            return 0;
        startA = a[0];
        startB = b[0];
        while (true)
        {
            long endA = startA + a[i],
                endB = startB + b[j];
            common += Math.Max(0, Math.Min(endA, endB) - Math.Max(startA, startB));
            if (endA <= endB)
            {
                if (i + 2 >= a.Length)
                    return common;
                startA = endA + a[i + 1];
                i += 2;
            }
            else
            {
                if (j + 2 >= b.Length)
                    return common;
                startB = endB + b[j + 1];
                j += 2;
            }
        }
    }
}
