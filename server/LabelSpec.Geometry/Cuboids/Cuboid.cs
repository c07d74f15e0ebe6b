namespace LabelSpec.Geometry;

/// <summary>
/// An upright box in space: centre and size in metres, x and y on the ground and z up (right-handed), yaw in radians
/// counter-clockwise as seen from above. At yaw 0 the length runs along x and the width along y. Readers convert from
/// their format's axes.
/// </summary>
public readonly record struct Cuboid(
    double CenterX,
    double CenterY,
    double CenterZ,
    double Length,
    double Width,
    double Height,
    double Yaw
)
{
    public double Volume => Length * Width * Height;

    /// <summary>Writes the four corners of the ground rectangle as x, y pairs, front-left first, then around.</summary>
    public void CopyFootprintTo(Span<double> eightNumbers)
    {
        var (sin, cos) = Math.SinCos(Yaw);
        ReadOnlySpan<(int X, int Y)> corners = [(1, 1), (1, -1), (-1, -1), (-1, 1)];
        for (var i = 0; i < 4; i++)
        {
            double x = corners[i].X * Length / 2,
                y = corners[i].Y * Width / 2;
            eightNumbers[2 * i] = CenterX + x * cos - y * sin;
            eightNumbers[2 * i + 1] = CenterY + x * sin + y * cos;
        }
    }

    /// <summary>Eight corners as x, y, z triples: the ground rectangle at the bottom, then the same four at the top.</summary>
    public double[] Corners()
    {
        Span<double> footprint = stackalloc double[8];
        CopyFootprintTo(footprint);
        var corners = new double[24];
        for (var i = 0; i < 8; i++)
        {
            corners[3 * i] = footprint[2 * (i % 4)];
            corners[3 * i + 1] = footprint[2 * (i % 4) + 1];
            corners[3 * i + 2] = CenterZ + (i < 4 ? -Height / 2 : Height / 2);
        }

        return corners;
    }

    /// <summary>True for points inside and on the surface (up to rounding of the rotation).</summary>
    public bool Contains(double x, double y, double z)
    {
        var (sin, cos) = Math.SinCos(Yaw);
        double dx = x - CenterX,
            dy = y - CenterY;
        return Math.Abs(dx * cos + dy * sin) <= Length / 2
            && Math.Abs(dy * cos - dx * sin) <= Width / 2
            && Math.Abs(z - CenterZ) <= Height / 2;
    }

    /// <summary>Intersection over union of the ground rectangles (bird's-eye view); 0 for cuboids without size.</summary>
    public double GroundIoU(Cuboid other) =>
        OverlapRatio.IoU(GroundIntersection(other), Length * Width, other.Length * other.Width);

    /// <summary>Intersection over union of the volumes; 0 for cuboids without size.</summary>
    public double IoU(Cuboid other)
    {
        var height =
            Math.Min(CenterZ + Height / 2, other.CenterZ + other.Height / 2)
            - Math.Max(CenterZ - Height / 2, other.CenterZ - other.Height / 2);
        return height > 0 ? OverlapRatio.IoU(GroundIntersection(other) * height, Volume, other.Volume) : 0;
    }

    double GroundIntersection(Cuboid other)
    {
        if (!(Length > 0 && Width > 0 && other.Length > 0 && other.Width > 0))
            return 0;
        Span<double> mine = stackalloc double[8];
        Span<double> theirs = stackalloc double[8];
        CopyFootprintTo(mine);
        other.CopyFootprintTo(theirs);
        return ConvexClip.IntersectionArea(mine, theirs);
    }
}
