namespace LabelSpec.Quality.Comparison;

/// <summary>CVAT's ellipses: polygons of 720 vertices, compared pixel by pixel.</summary>
sealed class RasterEllipseSimilarity : ISimilarity
{
    public bool NeedsOverlap => true;

    public double Of(ShapeUnit truth, ShapeUnit work, Canvas canvas) =>
        ShapePixels.Of(truth.First, canvas) is { } a && ShapePixels.Of(work.First, canvas) is { } b ? a.IoU(b) : 0;
}
