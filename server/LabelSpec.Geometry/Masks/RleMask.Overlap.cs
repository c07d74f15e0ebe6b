namespace LabelSpec.Geometry;

// Pixel-exact overlap by merging runs (rleIou and rleMerge of cocoapi's maskApi.c).
public sealed partial class RleMask
{
    /// <summary>Number of common foreground pixels; -1 where the two masks have different dimensions.</summary>
    public long IntersectionArea(RleMask other)
    {
        if (!SameDimensions(other))
            return -1;
        return Bounds.IntersectionArea(other.Bounds) == 0 ? 0 : RleRuns.IntersectionArea(runs, other.runs);
    }

    /// <summary>
    /// Intersection over union, 0 to 1. As in COCO: 0 where the masks' boxes do not overlap; otherwise -1 where
    /// dimensions differ, which callers must not take for "no overlap".
    /// </summary>
    public double IoU(RleMask other) => Overlap(other, ownAreaOnly: false);

    /// <summary>COCO's overlap of this mask with a crowd region: the share of this mask that the region covers.</summary>
    public double CrowdIoU(RleMask crowd) => Overlap(crowd, ownAreaOnly: true);

    /// <summary>Pixels of either mask; null where dimensions differ.</summary>
    public RleMask? Union(RleMask other) => Merge(other, static (a, b) => a | b);

    /// <summary>Pixels of both masks; null where dimensions differ.</summary>
    public RleMask? Intersect(RleMask other) => Merge(other, static (a, b) => a & b);

    /// <summary>Pixels of this mask that are not in the other; null where dimensions differ.</summary>
    public RleMask? Except(RleMask other) => Merge(other, static (a, b) => a & !b);

    /// <summary>Background and foreground exchanged.</summary>
    public RleMask Invert()
    {
        var full = new RleMask(Height, Width, [0, (uint)((long)Height * Width)]);
        return full.Except(this)!;
    }

    public bool SameDimensions(RleMask other) => Height == other.Height && Width == other.Width;

    double Overlap(RleMask other, bool ownAreaOnly)
    {
        if (Bounds.IntersectionArea(other.Bounds) == 0)
            return 0;
        if (!SameDimensions(other))
            return -1;
        var common = RleRuns.IntersectionArea(runs, other.runs);
        if (common == 0)
            return 0;
        return common / (double)(ownAreaOnly ? Area : Area + other.Area - common);
    }

    RleMask? Merge(RleMask other, Func<bool, bool, bool> keep)
    {
        if (!SameDimensions(other))
            return null;
        var merged = new List<uint>(runs.Length + other.runs.Length);
        var pixels = (long)Height * Width;
        var mine = new RunCursor(runs, pixels);
        var theirs = new RunCursor(other.runs, pixels);
        long written = 0,
            at = 0;
        var value = false;
        while (at < pixels)
        {
            var next = keep(mine.IsForeground, theirs.IsForeground);
            if (next != value)
            {
                merged.Add((uint)(at - written));
                (written, value) = (at, next);
            }

            at = Math.Min(mine.End, theirs.End);
            mine.SkipTo(at);
            theirs.SkipTo(at);
        }

        merged.Add((uint)(pixels - written));
        return new(Height, Width, [.. merged]);
    }

    // Stands on the run that holds a pixel; after the last run everything is background.
    ref struct RunCursor
    {
        readonly ReadOnlySpan<uint> runs;
        readonly long pixels;
        int index = -1;

        public RunCursor(ReadOnlySpan<uint> runs, long pixels)
        {
            this.runs = runs;
            this.pixels = pixels;
            SkipTo(0);
        }

        public long End { get; private set; }

        public readonly bool IsForeground => index % 2 == 1 && index < runs.Length;

        public void SkipTo(long pixel)
        {
            while (End <= pixel && End < pixels)
            {
                index++;
                End = index < runs.Length ? End + runs[index] : pixels;
            }
        }
    }
}
