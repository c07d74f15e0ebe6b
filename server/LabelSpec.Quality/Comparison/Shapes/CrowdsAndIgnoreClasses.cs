namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Annotations of <c>ignore</c> classes are regions where nothing is judged; crowds and what the ground truth says to
/// ignore are regions where nothing of their own label is.
/// </summary>
sealed class CrowdsAndIgnoreClasses : IIgnoring
{
    public IgnoredRegions TakeFrom(ImageScene scene, LabelMap labels)
    {
        List<ComparedShape>? anyLabel = null,
            ownLabel = null;
        foreach (var shape in scene.Truth)
            if (labels.IsIgnored(shape.Label))
                (anyLabel ??= []).Add(shape);
            else if (shape.IsNeutral)
                (ownLabel ??= []).Add(shape);
        scene.Truth.RemoveAll(shape => shape.IsNeutral || labels.IsIgnored(shape.Label));
        scene.Work.RemoveAll(shape => shape.IsNeutral || labels.IsIgnored(shape.Label));
        return anyLabel is null && ownLabel is null ? IgnoredRegions.None : new(scene, anyLabel ?? [], ownLabel ?? []);
    }
}
