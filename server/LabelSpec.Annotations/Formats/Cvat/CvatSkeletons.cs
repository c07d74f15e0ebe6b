using System.Globalization;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Writing;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>Writes skeletons: a point with a label of its own for each keypoint.</summary>
sealed class CvatSkeletons
{
    readonly WrittenData data;
    readonly Dictionary<int, string[]> pointsOfCategory = [];

    public CvatSkeletons(WrittenData data)
    {
        this.data = data;
        var counts = data.Categories.ToDictionary(
            category => category,
            category => data.Dataset.Categories.DeclarationOf(category)?.Keypoints.Length ?? 0
        );
        foreach (var image in data.Images)
        foreach (var row in image.Annotations)
            if (data.ShapeOf(row) == ShapeKind.Skeleton)
            {
                var category = data.Dataset.Annotations.Categories[row];
                counts[category] = Math.Max(counts[category], data.KeypointsOf(row).Length);
            }
        foreach (var (category, count) in counts)
            pointsOfCategory[category] = NamesOf(category, count);
    }

    /// <summary>The names of a category's keypoints; numbers from 1 where the data has no names for them.</summary>
    public IReadOnlyList<string> PointsOf(int category) => pointsOfCategory[category];

    public void Write(XmlLines xml, int row)
    {
        var names = pointsOfCategory[data.Dataset.Annotations.Categories[row]];
        var points = data.KeypointsOf(row);
        for (var i = 0; i < points.Length; i++)
            xml.Empty(
                "points",
                ("label", names[i]),
                ("outside", points[i].IsLabelled ? "0" : "1"),
                ("occluded", points[i].Visibility == 1 ? "1" : "0"),
                ("points", $"{XmlLines.Number(points[i].X)},{XmlLines.Number(points[i].Y)}")
            );
    }

    // CVAT tells points apart by their label, so that a name that is given twice is one too few.
    string[] NamesOf(int category, int count)
    {
        var names = data.Dataset.Categories.DeclarationOf(category)?.Keypoints ?? [];
        var isUsable = names.Distinct(StringComparer.Ordinal).Count() == names.Length && !names.Contains("");
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => isUsable && i < names.Length ? names[i] : (i + 1).ToString(CultureInfo.InvariantCulture)),
        ];
    }
}
