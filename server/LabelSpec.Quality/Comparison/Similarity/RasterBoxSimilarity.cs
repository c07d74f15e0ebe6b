namespace LabelSpec.Quality.Comparison;

/// <summary>
/// CVAT's boxes (<c>match_rectangles</c>), quirks included: boxes that are turned equally are compared as if they were not
/// turned, others pixel by pixel.
/// </summary>
sealed class RasterBoxSimilarity : ISimilarity
{
    public bool NeedsOverlap => false;

    public double Of(ShapeUnit truth, ShapeUnit work, Canvas canvas)
    {
        var (a, b) = (truth.First, work.First);
        if (a.Turned.AngleDegrees.Equals(b.Turned.AngleDegrees))
            return a.Upright.IoU(b.Upright);
        return ShapePixels.Of(a, canvas) is { } first && ShapePixels.Of(b, canvas) is { } second
            ? first.IoU(second)
            : 0;
    }
}
