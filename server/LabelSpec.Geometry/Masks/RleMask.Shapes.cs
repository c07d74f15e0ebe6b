namespace LabelSpec.Geometry;

// Masks from other shapes.
public sealed partial class RleMask
{
    /// <summary>
    /// Rasterises one ring of x, y pairs exactly as pycocotools does (<see cref="RlePolygon"/>).
    /// Problems: <see cref="RleProblemKind.BadDimensions"/>, <see cref="RleProblemKind.TooComplex"/>.
    /// </summary>
    public static RleResult FromPolygon(ReadOnlySpan<double> ring, int height, int width)
    {
        if (!Fits(height, width))
            return RleResult.Failed(RleProblemKind.BadDimensions);
        return RlePolygon.Rasterise(ring, height, width) is { } runs
            ? RleResult.Of(new(height, width, runs))
            : RleResult.Failed(RleProblemKind.TooComplex);
    }

    /// <summary>
    /// Rasterises each ring and joins the masks, as COCO does with a polygon of several parts: holes are not cut out.
    /// The coordinates are x, y pairs of all rings, one after the other; a ring's end is the index after its last number.
    /// </summary>
    public static RleResult FromPolygons(
        ReadOnlySpan<double> coordinates,
        ReadOnlySpan<int> ringEnds,
        int height,
        int width
    )
    {
        if (!Fits(height, width))
            return RleResult.Failed(RleProblemKind.BadDimensions);
        RleMask? joined = null;
        var start = 0;
        foreach (var end in ringEnds)
        {
            var part = FromPolygon(coordinates[start..end], height, width);
            if (!part.HasMask)
                return part;
            joined = joined is null ? part.Mask : joined.Union(part.Mask);
            start = end;
        }

        return RleResult.Of(joined ?? new(height, width, [(uint)((long)height * width)]));
    }

    /// <summary>Rasterises a box through its polygon, as pycocotools does.</summary>
    public static RleResult FromBox(Box box, int height, int width)
    {
        double right = box.Left + box.Width,
            bottom = box.Top + box.Height;
        return FromPolygon([box.Left, box.Top, box.Left, bottom, right, bottom, right, box.Top], height, width);
    }

    /// <summary>A mask from pixels row by row; any value but 0 is foreground.</summary>
    /// <returns><see cref="RleProblemKind.BadDimensions"/> unless the span holds height times width bytes.</returns>
    public static RleResult FromPixels(ReadOnlySpan<byte> pixels, int height, int width)
    {
        if (!Fits(height, width) || pixels.Length != (long)height * width)
            return RleResult.Failed(RleProblemKind.BadDimensions);
        List<uint> runs = [];
        uint length = 0;
        var value = false;
        for (var x = 0; x < width; x++)
        for (var y = 0; y < height; y++)
        {
            if (pixels[y * width + x] != 0 != value)
            {
                runs.Add(length);
                length = 0;
                value = !value;
            }

            length++;
        }

        runs.Add(length);
        return RleResult.Of(new(height, width, [.. runs]));
    }

    /// <summary>
    /// Runs that go row by row inside <see cref="Bounds"/> (background first), as CVAT stores masks; empty for a mask
    /// without foreground and for one of more pixels than memory holds.
    /// </summary>
    public uint[] ToRowRuns()
    {
        if (Area == 0 || (long)Height * Width > Array.MaxLength)
            return [];
        var pixels = new byte[Height * Width];
        TryCopyTo(pixels);
        List<uint> rows = [];
        uint length = 0;
        byte value = 0;
        for (var y = (int)Bounds.Top; y < (int)Bounds.Bottom; y++)
        for (var x = (int)Bounds.Left; x < (int)Bounds.Right; x++)
        {
            if (pixels[y * Width + x] != value)
            {
                rows.Add(length);
                length = 0;
                value ^= 1;
            }

            length++;
        }

        rows.Add(length);
        return [.. rows];
    }

    /// <summary>
    /// A mask from runs that go row by row inside a box of whole pixels (background first), as CVAT stores masks. Parts
    /// of the box outside the image are cut off.
    /// </summary>
    public static RleResult FromRowRuns(
        ReadOnlySpan<uint> runs,
        int left,
        int top,
        int boxWidth,
        int boxHeight,
        int height,
        int width
    )
    {
        if (!Fits(height, width) || !Fits(boxHeight, boxWidth))
            return RleResult.Failed(RleProblemKind.BadDimensions);
        return RleRows.ToColumns(runs, new(left, top, boxWidth, boxHeight, height, width), out var columns) switch
        {
            { Kind: RleProblemKind.None } => RleResult.Of(new(height, width, columns)),
            { Kind: RleProblemKind.TooFewPixels } problem => new(new(height, width, columns), problem),
            var problem => new(null, problem),
        };
    }
}
