using LabelSpec.Semantics.Expressions;

namespace LabelSpec.Engine.Rules.Data;

/// <summary>
/// Where an annotation keeps a keypoint: where its file declares the names of the category's keypoints, at the place of
/// that name; else in the order of the skeleton of its class.
/// </summary>
sealed class KeypointIndex
{
    readonly JudgedData data;
    readonly int[] indexOfCategory;

    public KeypointIndex(JudgedData data, BoundKeypoint keypoint)
    {
        this.data = data;
        indexOfCategory = new int[data.Classes.Categories + 1];
        indexOfCategory[0] = -1;
        for (var category = 0; category < data.Classes.Categories; category++)
            indexOfCategory[category + 1] = IndexIn(category, keypoint);
    }

    /// <summary>−1 where the annotation has no such keypoint.</summary>
    public int Of(int row) => indexOfCategory[data.Annotations.Categories[row] + 1];

    int IndexIn(int category, BoundKeypoint keypoint)
    {
        if (data.Classes.SymbolOf(category) is not { } symbol)
            return -1;
        foreach (var shape in symbol.Shapes)
        foreach (var (skeleton, point) in keypoint.Keypoints)
            if (shape.Skeleton == skeleton)
            {
                var declared = data.Dataset.Categories.DeclarationOf(category)?.Keypoints ?? [];
                return declared.IsEmpty ? point.Index : declared.IndexOf(keypoint.Name);
            }
        return -1;
    }
}
