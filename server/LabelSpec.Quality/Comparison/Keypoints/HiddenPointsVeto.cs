namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Points of skeletons have no attributes in the files but whether they are hidden, which CVAT notes among their attributes, so that
/// a requirement that compares that one, or all of them, parts a hidden point from a visible one
/// (<c>_prepare_item_for_requirement</c>).
/// </summary>
sealed class HiddenPointsVeto : IPairVeto
{
    public bool Forbids(
        ShapeUnit truth,
        ShapeUnit work,
        Canvas canvas,
        ComparisonParameters parameters,
        AttributeComparison attributes
    ) => truth.First.Keypoints[0].IsVisible != work.First.Keypoints[0].IsVisible;
}
