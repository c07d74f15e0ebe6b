using LabelSpec.Geometry;

namespace LabelSpec.Quality.PanopticQuality;

/// <summary>
/// The segments of one image, painted one over the other: one number for each pixel, 0 for void. Pixels stand column by
/// column, as in run-length masks; only that both sides agree on the order matters.
/// </summary>
sealed class PanopticMap(int height, int width)
{
    readonly int[] pixels = new int[height * width];

    /// <summary>Numbers of the segments, each once.</summary>
    public ReadOnlySpan<int> Pixels => pixels;

    /// <summary>False, and nothing is painted, where the mask is of another size.</summary>
    public bool TryPaint(RleMask mask, int segment)
    {
        if (mask.Height != height || mask.Width != width)
            return false;
        long at = 0;
        var isForeground = false;
        foreach (var run in mask.Runs)
        {
            if (isForeground)
                pixels.AsSpan((int)at, (int)run).Fill(segment);
            at += run;
            isForeground = !isForeground;
        }

        return true;
    }

    /// <summary>How many pixels show each of the segments 1 to <paramref name="segments"/>; index 0 counts void.</summary>
    public long[] Areas(int segments)
    {
        var areas = new long[segments + 1];
        foreach (var segment in pixels)
            areas[segment]++;
        return areas;
    }
}
