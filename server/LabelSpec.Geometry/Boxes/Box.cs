namespace LabelSpec.Geometry;

/// <summary>
/// An axis-parallel box in continuous pixels: origin at the top-left corner of the image, y down, so that a box over
/// exactly the first pixel is (0, 0, 1, 1).
/// </summary>
/// <remarks>
/// Any four numbers make a box, because files hold any four numbers. A box with NaN, or with a width or height that is
/// not above zero, is <see cref="IsEmpty"/>: it has no overlap with anything, and no method throws on it.
/// </remarks>
public readonly partial record struct Box(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public Point Center => new(Left + Width / 2, Top + Height / 2);

    /// <summary>Width times height, with the sign and NaN that they have.</summary>
    public double Area => Width * Height;

    /// <summary>True when no point lies strictly inside: zero, negative or NaN extent, or a NaN position.</summary>
    public bool IsEmpty => !(Right > Left && Bottom > Top);

    public bool IsFinite =>
        double.IsFinite(Left) && double.IsFinite(Top) && double.IsFinite(Right) && double.IsFinite(Bottom);

    public static Box FromEdges(double left, double top, double right, double bottom) =>
        new(left, top, right - left, bottom - top);

    public static Box FromCenter(double centerX, double centerY, double width, double height) =>
        new(centerX - width / 2, centerY - height / 2, width, height);

    /// <summary>The common part; a box of zero width or height where the two only touch or lie apart.</summary>
    public Box Intersect(Box other)
    {
        var left = Math.Max(Left, other.Left);
        var top = Math.Max(Top, other.Top);
        return new(
            left,
            top,
            Math.Max(0, Math.Min(Right, other.Right) - left),
            Math.Max(0, Math.Min(Bottom, other.Bottom) - top)
        );
    }

    /// <summary>The smallest box around both, whatever their extents; NaN edges are passed over.</summary>
    public Box Union(Box other) =>
        FromEdges(
            double.MinNumber(Left, other.Left),
            double.MinNumber(Top, other.Top),
            double.MaxNumber(Right, other.Right),
            double.MaxNumber(Bottom, other.Bottom)
        );

    /// <summary>True for points inside and on the edge.</summary>
    public bool Contains(Point point) => point.X >= Left && point.X <= Right && point.Y >= Top && point.Y <= Bottom;

    /// <summary>True when no part of <paramref name="inner"/> sticks out by more than <paramref name="tolerance"/>.</summary>
    public bool Contains(Box inner, double tolerance = 0) =>
        inner.Left >= Left - tolerance
        && inner.Top >= Top - tolerance
        && inner.Right <= Right + tolerance
        && inner.Bottom <= Bottom + tolerance;

    /// <summary>The part inside <paramref name="frame"/>; an empty box on its nearest edge where there is none.</summary>
    public Box ClampTo(Box frame)
    {
        var left = Clamp(Left, frame.Left, frame.Right);
        var top = Clamp(Top, frame.Top, frame.Bottom);
        return new(
            left,
            top,
            Math.Max(0, Clamp(Right, frame.Left, frame.Right) - left),
            Math.Max(0, Clamp(Bottom, frame.Top, frame.Bottom) - top)
        );
    }

    /// <summary>Grown by <paramref name="margin"/> on each side (shrunk where it is negative).</summary>
    public Box Grow(double margin) => new(Left - margin, Top - margin, Width + 2 * margin, Height + 2 * margin);

    // Math.Clamp throws on a frame of negative extent.
    static double Clamp(double value, double low, double high) => Math.Max(low, Math.Min(value, high));
}
