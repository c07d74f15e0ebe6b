using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>Ellipses in continuous geometry: intersection over union.</summary>
sealed class EllipseSimilarity : ISimilarity
{
    public bool NeedsOverlap => true;

    public double Of(ShapeUnit truth, ShapeUnit work, Canvas canvas) =>
        EllipseOf(truth.First.Turned).IoU(EllipseOf(work.First.Turned));

    static Ellipse EllipseOf(RotatedBox around) =>
        new(around.CenterX, around.CenterY, around.Width / 2, around.Height / 2, around.AngleDegrees);
}
