namespace LabelSpec.Quality.Comparison;

/// <summary>Polygons, masks and drawn cuboids: intersection over union of the pixels that stay visible.</summary>
sealed class VisiblePixelSimilarity : ISimilarity
{
    public bool NeedsOverlap => true;

    public double Of(ShapeUnit truth, ShapeUnit work, Canvas canvas) =>
        (truth.Visible ?? truth.First.Mask) is { } a && (work.Visible ?? work.First.Mask) is { } b
            // Masks of different dimensions are −1: not comparable.
            ? a.IoU(b) is >= 0 and var iou
                ? iou
                : double.NaN
            : 0;
}
