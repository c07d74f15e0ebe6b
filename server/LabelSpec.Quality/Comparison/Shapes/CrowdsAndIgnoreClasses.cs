namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Annotations of <c>ignore</c> classes are regions where nothing is judged; crowds and what the ground truth says to
/// ignore are regions where nothing of their own label is.
/// </summary>
sealed class CrowdsAndIgnoreClasses : IIgnoring
{
    public IgnoredRegions TakeFrom(List<ComparedShape> shapes, Canvas canvas, Func<int, bool> isIgnored)
    {
        List<ComparedShape>? anyLabel = null,
            ownLabel = null;
        foreach (var shape in shapes)
            if (isIgnored(shape.Label))
                (anyLabel ??= []).Add(shape);
            else if (shape.IsNeutral)
                (ownLabel ??= []).Add(shape);
        if (anyLabel is null && ownLabel is null)
            return IgnoredRegions.None;
        shapes.RemoveAll(shape => shape.IsNeutral || isIgnored(shape.Label));
        return new(canvas, anyLabel ?? [], ownLabel ?? []);
    }
}
