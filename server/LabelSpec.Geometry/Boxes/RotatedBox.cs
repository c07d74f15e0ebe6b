namespace LabelSpec.Geometry;

/// <summary>
/// A box turned around its centre. The angle is in degrees, clockwise as seen on the screen (y down); at 0 the width
/// runs along x. Readers convert from their format's own sense of rotation.
/// </summary>
public readonly record struct RotatedBox(
    double CenterX,
    double CenterY,
    double Width,
    double Height,
    double AngleDegrees
)
{
    public Point Center => new(CenterX, CenterY);

    public double Area => Width * Height;

    public static RotatedBox FromBox(Box box, double angleDegrees = 0) =>
        new(box.Center.X, box.Center.Y, box.Width, box.Height, angleDegrees);

    /// <summary>
    /// Writes the four corners as x, y pairs: the unturned box's top-left first, then clockwise on the screen.
    /// </summary>
    public void CopyCornersTo(Span<double> eightNumbers)
    {
        var (sin, cos) = Rotation.SinCosDegrees(AngleDegrees);
        double halfWidth = Width / 2,
            halfHeight = Height / 2;
        ReadOnlySpan<(int X, int Y)> corners = [(-1, -1), (1, -1), (1, 1), (-1, 1)];
        for (var i = 0; i < 4; i++)
        {
            double x = corners[i].X * halfWidth,
                y = corners[i].Y * halfHeight;
            eightNumbers[2 * i] = CenterX + x * cos - y * sin;
            eightNumbers[2 * i + 1] = CenterY + x * sin + y * cos;
        }
    }

    public double[] Corners()
    {
        var corners = new double[8];
        CopyCornersTo(corners);
        return corners;
    }

    /// <summary>The smallest axis-parallel box around it.</summary>
    public Box Bounds
    {
        get
        {
            var (sin, cos) = Rotation.SinCosDegrees(AngleDegrees);
            sin = Math.Abs(sin);
            cos = Math.Abs(cos);
            return Box.FromCenter(CenterX, CenterY, Width * cos + Height * sin, Width * sin + Height * cos);
        }
    }

    /// <summary>True for points inside and on the edge (up to rounding of the rotation).</summary>
    public bool Contains(Point point)
    {
        var (sin, cos) = Rotation.SinCosDegrees(AngleDegrees);
        double dx = point.X - CenterX,
            dy = point.Y - CenterY;
        return Math.Abs(dx * cos + dy * sin) <= Width / 2 && Math.Abs(dy * cos - dx * sin) <= Height / 2;
    }

    /// <summary>Area of the common part by exact clipping of the two rectangles; 0 for empty or NaN boxes.</summary>
    public double IntersectionArea(RotatedBox other)
    {
        if (!(Width > 0 && Height > 0 && other.Width > 0 && other.Height > 0))
            return 0;
        Span<double> mine = stackalloc double[8];
        Span<double> theirs = stackalloc double[8];
        CopyCornersTo(mine);
        other.CopyCornersTo(theirs);
        return ConvexClip.IntersectionArea(mine, theirs);
    }

    /// <summary>
    /// Intersection over union in continuous geometry. Where both stand upright this is <see cref="Box.IoU"/>.
    /// </summary>
    public double IoU(RotatedBox other)
    {
        if (AngleDegrees == 0 && other.AngleDegrees == 0)
            return Upright.IoU(other.Upright);
        return OverlapRatio.IoU(IntersectionArea(other), Area, other.Area);
    }

    Box Upright => Box.FromCenter(CenterX, CenterY, Width, Height);
}
