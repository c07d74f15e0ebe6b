namespace LabelSpec.Quality.Comparison;

/// <summary>Boxes in continuous geometry, turned about their centres: intersection over union.</summary>
sealed class BoxSimilarity : ISimilarity
{
    public bool NeedsOverlap => true;

    public double Of(ShapeUnit truth, ShapeUnit work, Canvas canvas) =>
        truth.First.Turned.AngleDegrees == 0 && work.First.Turned.AngleDegrees == 0
            ? truth.First.Bounds.IoU(work.First.Bounds)
            : truth.First.Turned.IoU(work.First.Turned);
}
