using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>
/// The shape of an annotation, ready to be compared: IoU of areas in continuous geometry, of pixels where one is a mask;
/// tags and captions resemble those of their own kind. Shapes without area are compared by their bounds.
/// </summary>
sealed class ShapeOverlap
{
    readonly ShapeKind kind;
    readonly Region? region;
    readonly RleMask? mask;
    readonly double[] coordinates = [];
    readonly int[] ends = [];
    readonly bool[] isHole = [false];

    public ShapeOverlap(Dataset dataset, int row)
    {
        kind = dataset.Annotations.Shapes[row];
        if (IsOfImage)
            return;
        if (kind == ShapeKind.Mask && dataset.ReadMask(row).Mask is { } read)
        {
            (mask, Bounds) = (read, read.Bounds);
            return;
        }

        var turned = dataset.Annotations.RotatedBoxOf(row);
        var polygon = new PolygonBuffer();
        if (kind == ShapeKind.Polygon && dataset.ReadPolygon(row, polygon) && polygon.PartCount > 0)
        {
            coordinates = [.. polygon.Coordinates];
            ends = EndsOf(polygon);
            isHole = [.. Enumerable.Range(0, polygon.PartCount).Select(polygon.IsHole)];
            region = Region.FromRings(coordinates, ends, isHole);
        }
        else
        {
            coordinates =
                kind == ShapeKind.Ellipse
                    ? new Ellipse(
                        turned.CenterX,
                        turned.CenterY,
                        turned.Width / 2,
                        turned.Height / 2,
                        turned.AngleDegrees
                    ).ToRing()
                    : turned.Corners();
            ends = [coordinates.Length];
            region = kind is ShapeKind.Ellipse or ShapeKind.RotatedBox
                ? Region.FromRing(coordinates)
                : Region.FromBox(dataset.Annotations.Boxes[row]);
        }

        Bounds = region.Bounds;
    }

    /// <summary>A plain box.</summary>
    public ShapeOverlap(Box box)
    {
        kind = ShapeKind.Box;
        region = Region.FromBox(box);
        coordinates = [.. RotatedBox.FromBox(box).Corners()];
        ends = [coordinates.Length];
        Bounds = box;
    }

    /// <summary>A set of pixels.</summary>
    public ShapeOverlap(RleMask pixels)
    {
        kind = ShapeKind.Mask;
        mask = pixels;
        Bounds = pixels.Bounds;
    }

    /// <summary>The smallest box around it; NaN edges where it has no place.</summary>
    public Box Bounds { get; } = new(double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>Whether it speaks of the whole image.</summary>
    public bool IsOfImage => kind is ShapeKind.Tag or ShapeKind.Caption;

    /// <summary>0 to 1; NaN where it cannot be told.</summary>
    public double With(ShapeOverlap other)
    {
        if (IsOfImage || other.IsOfImage)
            return kind == other.kind ? 1 : 0;
        if (region is not null && other.region is not null)
            return region.IoU(other.region);
        var size = mask ?? other.mask!;
        return Pixels(size) is { } mine && other.Pixels(size) is { } theirs && mine.SameDimensions(theirs)
            ? mine.IoU(theirs)
            : double.NaN;
    }

    /// <summary>The pixels that it covers in an image of that size; null where it cannot be drawn.</summary>
    public RleMask? PixelsIn(int height, int width)
    {
        if (mask is not null || IsOfImage)
            return mask;
        RleMask? covered = null;
        for (var part = 0; part < ends.Length; part++)
        {
            var start = part == 0 ? 0 : ends[part - 1];
            if (
                RleMask.FromPolygon(coordinates.AsSpan(start, ends[part] - start), height, width).Mask is not { } pixels
            )
                return null;
            covered =
                covered is null ? pixels
                : isHole[part] ? covered.Except(pixels)
                : covered.Union(pixels);
        }

        return covered;
    }

    RleMask? Pixels(RleMask size) => PixelsIn(size.Height, size.Width);

    static int[] EndsOf(PolygonBuffer polygon)
    {
        var ends = new int[polygon.PartCount];
        for (var part = 0; part < ends.Length; part++)
            ends[part] = polygon.PartAt(part).Length + (part > 0 ? ends[part - 1] : 0);
        return ends;
    }
}
