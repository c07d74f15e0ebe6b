namespace LabelSpec.Geometry;

/// <summary>A place in an image: continuous pixels, origin at the top-left corner of the image, y down.</summary>
public readonly record struct Point(double X, double Y)
{
    public double DistanceTo(Point other) => double.Hypot(X - other.X, Y - other.Y);
}
