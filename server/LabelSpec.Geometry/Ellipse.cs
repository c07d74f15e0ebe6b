namespace LabelSpec.Geometry;

/// <summary>
/// An ellipse with half-axes in pixels; the angle is in degrees, clockwise on the screen (y down), and at 0
/// <paramref name="RadiusX"/> runs along x.
/// </summary>
public readonly record struct Ellipse(
    double CenterX,
    double CenterY,
    double RadiusX,
    double RadiusY,
    double AngleDegrees
)
{
    /// <summary>
    /// Vertices of <see cref="ToRing"/>. The polygon has exactly the ellipse's area and lies within 0.021 % of the
    /// radius of it, so that an IoU of two ellipses is exact to about 0.0005.
    /// </summary>
    public const int RingVertices = 128;

    // Grows the inscribed polygon until its area is that of the ellipse.
    static readonly double Growth = Math.Sqrt(2 * Math.PI / RingVertices / Math.Sin(2 * Math.PI / RingVertices));

    public double Area => Math.PI * RadiusX * RadiusY;

    /// <summary>The smallest axis-parallel box around it (of the ellipse, not of its polygon).</summary>
    public Box Bounds
    {
        get
        {
            var (sin, cos) = Rotation.SinCosDegrees(AngleDegrees);
            return Box.FromCenter(
                CenterX,
                CenterY,
                2 * double.Hypot(RadiusX * cos, RadiusY * sin),
                2 * double.Hypot(RadiusX * sin, RadiusY * cos)
            );
        }
    }

    /// <summary>True for points inside and on the boundary.</summary>
    public bool Contains(Point point)
    {
        if (!(RadiusX > 0 && RadiusY > 0))
            return false;
        var (sin, cos) = Rotation.SinCosDegrees(AngleDegrees);
        double dx = point.X - CenterX,
            dy = point.Y - CenterY;
        return double.Hypot((dx * cos + dy * sin) / RadiusX, (dy * cos - dx * sin) / RadiusY) <= 1;
    }

    /// <summary>A convex polygon of <see cref="RingVertices"/> vertices, clockwise on the screen, as x, y pairs.</summary>
    public double[] ToRing()
    {
        var ring = new double[2 * RingVertices];
        CopyRingTo(ring);
        return ring;
    }

    /// <summary>Intersection over union through the polygons; 0 for ellipses without area.</summary>
    public double IoU(Ellipse other)
    {
        if (!(Area > 0 && other.Area > 0))
            return 0;
        Span<double> mine = stackalloc double[2 * RingVertices];
        Span<double> theirs = stackalloc double[2 * RingVertices];
        CopyRingTo(mine);
        other.CopyRingTo(theirs);
        return OverlapRatio.IoU(ConvexClip.IntersectionArea(mine, theirs), Area, other.Area);
    }

    void CopyRingTo(Span<double> ring)
    {
        var (sin, cos) = Rotation.SinCosDegrees(AngleDegrees);
        for (var i = 0; i < RingVertices; i++)
        {
            var (alongY, alongX) = double.SinCosPi(2.0 * i / RingVertices);
            double x = alongX * RadiusX * Growth,
                y = alongY * RadiusY * Growth;
            ring[2 * i] = CenterX + x * cos - y * sin;
            ring[2 * i + 1] = CenterY + x * sin + y * cos;
        }
    }
}
