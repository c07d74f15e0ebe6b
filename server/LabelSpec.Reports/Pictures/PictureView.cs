using System.Collections.Immutable;

namespace LabelSpec.Reports.Pictures;

/// <summary>Where a frame stands in the picture and how large it is drawn.</summary>
sealed record PictureView(
    double Left,
    double Top,
    double Width,
    double Height,
    double Scale,
    double OriginX,
    double OriginY
)
{
    const double LongestSide = 640;
    const double LargestScale = 32;

    // Annotations may leave the image, but a coordinate of a million must not make everything else invisible.
    const double FarthestOutside = 0.35;

    /// <summary>The view that draws a frame at the origin.</summary>
    public static PictureView Fit(PictureFrame frame)
    {
        double width = Math.Max(Finite(frame.Width), 1),
            height = Math.Max(Finite(frame.Height), 1);
        double left = 0,
            top = 0,
            right = width,
            bottom = height;
        foreach (var shapePoint in frame.Shapes.SelectMany(shape => shape.Points))
        {
            var point = new PicturePoint(Finite(shapePoint.X), Finite(shapePoint.Y));
            left = Math.Min(left, Math.Max(point.X, -width * FarthestOutside));
            top = Math.Min(top, Math.Max(point.Y, -height * FarthestOutside));
            right = Math.Max(right, Math.Min(point.X, width * (1 + FarthestOutside)));
            bottom = Math.Max(bottom, Math.Min(point.Y, height * (1 + FarthestOutside)));
        }

        var scale = Math.Min(LargestScale, LongestSide / Math.Max(right - left, bottom - top));
        return new PictureView(0, 0, (right - left) * scale, (bottom - top) * scale, scale, left, top);
    }

    public PicturePoint Map(PicturePoint point) => Map(point.X, point.Y);

    public PicturePoint Map(double x, double y) =>
        new(Left + (Finite(x) - OriginX) * Scale, Top + (Finite(y) - OriginY) * Scale);

    public ImmutableArray<PicturePoint> Map(ImmutableArray<PicturePoint> points) => [.. points.Select(Map)];

    static double Finite(double value) => double.IsFinite(value) ? Math.Clamp(value, -1e6, 1e6) : 0;
}
