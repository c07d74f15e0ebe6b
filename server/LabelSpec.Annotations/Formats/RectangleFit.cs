using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats;

/// <summary>Turns four corners into a box with an angle.</summary>
static class RectangleFit
{
    /// <summary>Corners are rounded when they are written; more than this share of the sides is no rectangle.</summary>
    const double Tolerance = 0.02;

    /// <summary>
    /// The rectangle whose corners follow one another; false when the four points are none. The first side, from the first
    /// to the second corner, is its width.
    /// </summary>
    public static bool TryFit(ReadOnlySpan<double> corners, out RotatedBox box)
    {
        var center = new Point(Mean(corners, 0), Mean(corners, 1));
        var (sideX, sideY) = (Side(corners, 0, 0), Side(corners, 0, 1));
        var (otherX, otherY) = (Side(corners, 1, 0), Side(corners, 1, 1));
        var width = double.Hypot(sideX, sideY);
        var height = double.Hypot(otherX, otherY);
        var allowed = Tolerance * Math.Max(width, height);
        var isRectangle =
            Math.Abs(sideX * otherX + sideY * otherY) <= allowed * Math.Min(width, height)
            && double.Hypot(sideX + Side(corners, 2, 0), sideY + Side(corners, 2, 1)) <= allowed
            && double.Hypot(otherX + Side(corners, 3, 0), otherY + Side(corners, 3, 1)) <= allowed;
        box = new(center.X, center.Y, width, height, double.RadiansToDegrees(Math.Atan2(sideY, sideX)));
        return isRectangle && width > 0 && height > 0;
    }

    static double Mean(ReadOnlySpan<double> corners, int axis) =>
        (corners[axis] + corners[2 + axis] + corners[4 + axis] + corners[6 + axis]) / 4;

    static double Side(ReadOnlySpan<double> corners, int from, int axis) =>
        corners[2 * ((from + 1) % 4) + axis] - corners[2 * from + axis];
}
