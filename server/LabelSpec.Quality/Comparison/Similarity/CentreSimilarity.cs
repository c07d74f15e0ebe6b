using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Distance of points, or of the centres of shapes, as a similarity: 1 at distance 0, one half at the largest distance that
/// matches, 0 at twice that.
/// </summary>
/// <param name="largest">The largest distance that matches, in pixels.</param>
sealed class CentreSimilarity(double largest) : ISimilarity
{
    /// <summary>The similarity at the largest distance.</summary>
    public const double Threshold = 0.5;

    public bool NeedsOverlap => false;

    public double Of(ShapeUnit truth, ShapeUnit work, Canvas canvas)
    {
        var distance = Centre(truth).DistanceTo(Centre(work));
        return distance == 0 ? 1 : Math.Max(0, 1 - distance / (2 * largest));
    }

    static Point Centre(ShapeUnit unit) => unit.First.Bounds.Center;
}
