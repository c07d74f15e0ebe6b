namespace LabelSpec.Geometry;

/// <summary>
/// A binary mask as COCO run lengths: column by column from the top-left pixel, first the number of background pixels
/// (may be 0), then of foreground pixels, and so on. Memory and cost grow with the runs, never with height times width.
/// </summary>
public sealed partial class RleMask
{
    /// <summary>Upper bound on the runs of a mask that is built from a shape; beyond it the input is hostile.</summary>
    public const int MaxRuns = 1 << 26;

    readonly uint[] runs;

    RleMask(int height, int width, uint[] runs)
    {
        Height = height;
        Width = width;
        this.runs = runs;
        Area = RleRuns.Area(runs);
        Bounds = RleRuns.Bounds(runs, height, width);
    }

    public int Height { get; }

    public int Width { get; }

    /// <summary>Run lengths, background first.</summary>
    public ReadOnlySpan<uint> Runs => runs;

    /// <summary>Number of foreground pixels.</summary>
    public long Area { get; }

    /// <summary>The smallest box around the foreground pixels; (0, 0, 0, 0) for an empty mask.</summary>
    public Box Bounds { get; }

    /// <summary>
    /// A mask from run lengths. Problems: <see cref="RleProblemKind.BadDimensions"/>,
    /// <see cref="RleProblemKind.TooManyPixels"/>, <see cref="RleProblemKind.TooFewPixels"/> (with a mask).
    /// </summary>
    public static RleResult FromRuns(ReadOnlySpan<uint> runs, int height, int width)
    {
        if (!Fits(height, width))
            return RleResult.Failed(RleProblemKind.BadDimensions);
        var pixels = (long)height * width;
        long covered = 0;
        for (var i = 0; i < runs.Length; i++)
        {
            covered += runs[i];
            if (covered > pixels)
                return RleResult.Failed(RleProblemKind.TooManyPixels, i);
        }

        var mask = new RleMask(height, width, runs.ToArray());
        return covered == pixels ? RleResult.Of(mask) : new(mask, new(RleProblemKind.TooFewPixels, runs.Length));
    }

    /// <summary>Fills <paramref name="pixels"/>, row by row, with 1 for foreground and 0 for background.</summary>
    /// <returns>False, with nothing written, unless the span holds exactly height times width bytes.</returns>
    public bool TryCopyTo(Span<byte> pixels)
    {
        if (pixels.Length != (long)Height * Width)
            return false;
        pixels.Clear();
        long at = 0;
        for (var i = 0; i < runs.Length; i++)
        {
            if (i % 2 == 1)
                for (var p = at; p < at + runs[i]; p++)
                    pixels[(int)(p % Height * Width + p / Height)] = 1;
            at += runs[i];
        }

        return true;
    }

    internal static bool Fits(long height, long width) =>
        height >= 0 && width >= 0 && height <= int.MaxValue && width <= int.MaxValue && height * width <= uint.MaxValue;
}
