using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Shapes;

/// <summary>Counts the pixel edges at which foreground ends, from vertical strips of it.</summary>
static class MaskPerimeter
{
    public static long Of(RleMask mask)
    {
        var strips = Strips(mask);
        // Top and bottom of each strip and its two sides, less what two neighbouring columns share, seen from both.
        long edges = 0;
        foreach (var strip in strips)
            edges += 2 + 2L * (strip.End - strip.Start);
        return edges - 2 * SharedSides(strips);
    }

    static List<Strip> Strips(RleMask mask)
    {
        var strips = new List<Strip>();
        long at = 0;
        for (var run = 0; run < mask.Runs.Length; run++)
        {
            var end = at + mask.Runs[run];
            while (run % 2 == 1 && at < end)
            {
                var column = (int)(at / mask.Height);
                var top = (long)column * mask.Height;
                var stop = Math.Min(end, top + mask.Height);
                Add(strips, new(column, (int)(at - top), (int)(stop - top)));
                at = stop;
            }
            at = end;
        }
        return strips;
    }

    // Runs with nothing between them are one.
    static void Add(List<Strip> strips, Strip strip)
    {
        if (strips.Count > 0 && strips[^1].Column == strip.Column && strips[^1].End == strip.Start)
            strips[^1] = strips[^1] with { End = strip.End };
        else
            strips.Add(strip);
    }

    static long SharedSides(List<Strip> strips)
    {
        long shared = 0;
        int left = 0,
            right = 0;
        while (right < strips.Count)
        {
            var (a, b) = (strips[left], strips[right]);
            if (b.Column <= a.Column)
                right++;
            else if (b.Column > a.Column + 1)
                left++;
            else
            {
                shared += Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
                // Between strips of one column lies at least one pixel, so what ends first shares nothing more.
                if (a.End <= b.End)
                    left++;
                if (b.End <= a.End)
                    right++;
            }
        }
        return shared;
    }

    readonly record struct Strip(int Column, int Start, int End);
}
