namespace LabelSpec.Quality.Comparison;

/// <summary>
/// CVAT's boxes (<c>match_rectangles</c>), quirks included: boxes that are turned equally are compared as if they were not
/// turned, others pixel by pixel.
/// </summary>
sealed class RasterBoxSimilarity : ISimilarity
{
    public bool NeedsOverlap => false;

    public double Of(ShapeUnit truth, ShapeUnit work, ImageScene scene)
    {
        var (a, b) = (truth.First, work.First);
        if (a.Turned.AngleDegrees.Equals(b.Turned.AngleDegrees))
            return UprightOf(a).IoU(UprightOf(b));
        return ShapePixels.Of(a, scene) is { } first && ShapePixels.Of(b, scene) is { } second ? first.IoU(second) : 0;
    }

    static Geometry.Box UprightOf(ComparedShape shape) =>
        shape.Turned.AngleDegrees == 0
            ? shape.Bounds
            : Geometry.Box.FromCenter(
                shape.Turned.CenterX,
                shape.Turned.CenterY,
                shape.Turned.Width,
                shape.Turned.Height
            );
}
