namespace LabelSpec.Quality.Comparison;

/// <summary>
/// CVAT from 2.74 on (<c>quality_handlers.py</c>): a pair with different attribute values, or lines that run opposite ways,
/// have similarity 0, so that they become a missing and an extra annotation.
/// </summary>
sealed class AttributesAndDirectionVeto : IPairVeto
{
    public bool Forbids(
        ShapeUnit truth,
        ShapeUnit work,
        Canvas canvas,
        ComparisonParameters parameters,
        AttributeComparison attributes
    )
    {
        // CVAT compares tags by their label alone (match_labels).
        if (truth.First.Pool == ShapePool.Tag)
            return false;
        if (
            truth.First.Pool == ShapePool.Polyline
            && LineDirection.IsReversed(truth.First, work.First, canvas, parameters)
        )
            return true;
        foreach (var first in truth.Members)
        foreach (var second in work.Members)
            if (attributes.Differ(first, second))
                return true;
        return false;
    }
}
