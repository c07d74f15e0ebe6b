using System.Globalization;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Writing;

namespace LabelSpec.Annotations.Tests.Writing;

/// <summary>
/// What a data set says, a line for each annotation, in an order that does not depend on files: image, class, shape and
/// numbers to a thousandth, attributes as text.
/// </summary>
static class ModelText
{
    /// <param name="hasIds">Whether ids are kept: those that are numbers, each used once.</param>
    public static List<string> Of(Dataset dataset, FormatCapacity capacity, bool hasIds)
    {
        capacity = capacity with { Ids = capacity.Ids && hasIds };
        var data = new WrittenData(dataset, capacity);
        var lines = new List<string>();
        foreach (var image in data.Images)
        {
            if (capacity.OneLabelPerImage && image.Annotations.IsEmpty)
                continue;
            var hasSize = capacity.ImageSizes && (capacity.SizesOfEmptyImages || !image.Annotations.IsEmpty);
            var size = hasSize ? $" {image.Width} x {image.Height}" : "";
            lines.Add($"{PathOf(image.Name)}{size}: {image.Annotations.Length}");
            lines.AddRange(image.Annotations.Select(row => $"{PathOf(image.Name)} {Line(row, data, capacity)}"));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    // YOLO has no names of pictures, and some formats only the last part.
    static string PathOf(string name) => Path.GetFileNameWithoutExtension(name);

    static string Line(int row, WrittenData data, FormatCapacity capacity)
    {
        var rows = data.Dataset.Annotations;
        var shape = data.ShapeOf(row);
        var scale = data.Dataset.Images.Units[rows.Images[row]];
        var numbers = shape switch
        {
            ShapeKind.Polygon or ShapeKind.Polyline => data.PolygonOf(row).Coordinates.ToArray(),
            ShapeKind.Mask => [.. data.Dataset.ReadMask(row).Mask!.Runs.ToArray().Select(run => (double)run)],
            ShapeKind.Cuboid => NumbersOf(row, data),
            ShapeKind.Tag or ShapeKind.Caption => [],
            ShapeKind.Point => data.PolygonOf(row).Coordinates.ToArray(),
            ShapeKind.Ellipse => [.. Edges(rows.Boxes[row]), rows.Angles[row]],
            ShapeKind.RotatedBox => rows.RotatedBoxOf(row).Corners(),
            ShapeKind.Skeleton => [.. data.KeypointsOf(row).SelectMany(p => (double[])[p.X, p.Y, p.Visibility])],
            // A box is a turned box that is not turned.
            ShapeKind.Box when capacity.Shapes.Contains(ShapeKind.RotatedBox) => rows.RotatedBoxOf(row).Corners(),
            _ => Edges(data.BoxOf(row)),
        };
        var attributes = (
            data.AttributesOf(row)
                .Where(one => capacity.Holds(one.Name, one.Value) && !IsNothing(one))
                .Select(one => $"{one.Name}={one.Value}")
                .Order(StringComparer.Ordinal)
        ).ToList();
        var crowd = capacity.Crowds && rows.Flags[row].HasFlag(AnnotationFlags.Crowd) ? " crowd" : "";
        var name = rows.Categories[row] < 0 ? data.Dataset.ReadCaption(row) : data.NameOfCategory(row);
        return $"{name} {(shape == ShapeKind.RotatedBox ? ShapeKind.Box : shape)} {string.Join(' ', numbers.Select(Show))} "
            + $"{string.Join(' ', attributes)}{crowd}{Beside(row, data, capacity)}{(scale == 0 ? "" : " shares")}";
    }

    // A turn and its negative are the same turn.
    static double[] NumbersOf(int row, WrittenData data)
    {
        if (data.Dataset.ReadCuboid(row) is not { } cuboid)
            return data.PolygonOf(row).Coordinates.ToArray();
        var q = cuboid.Rotation;
        var sign = q.W < 0 ? -1 : 1;
        return
        [
            cuboid.CenterX,
            cuboid.CenterY,
            cuboid.CenterZ,
            cuboid.Length,
            cuboid.Width,
            cuboid.Height,
            sign * q.W,
            sign * q.X,
            sign * q.Y,
            sign * q.Z,
        ];
    }

    // What stands beside the shape.
    static string Beside(int row, WrittenData data, FormatCapacity capacity)
    {
        var rows = data.Dataset.Annotations;
        var text = "";
        if (capacity.Ids && rows.Flags[row].HasFlag(AnnotationFlags.HasId))
            text += $" id {data.Dataset.IdTexts.Show(rows.Ids[row])}";
        if (capacity.Groups && rows.Groups[row] > 0)
            text += $" group {rows.Groups[row]}";
        if (capacity.ZOrders)
            text += $" z {rows.ZOrders[row]}";
        if (capacity.Scores && double.IsFinite(rows.Scores[row]))
            text += $" score {Show(rows.Scores[row])}";
        if (capacity.Tracks && rows.Tracks[row] >= 0)
            text += $" track {data.Dataset.IdTexts.Show(data.Dataset.Tracks[rows.Tracks[row]].Id)}";
        if (data.ShapeOf(row) == ShapeKind.Box && data.PixelsOf(row) is { } pixels)
            text += $" pixels {string.Join(' ', pixels.Runs.ToArray())}";
        if (capacity.Ignores && rows.Flags[row].HasFlag(AnnotationFlags.Ignore))
            text += " ignore";
        return text;
    }

    // CVAT has occluded for every shape, and LabelMe a description; Datumaro keeps some properties as attributes.
    static bool IsNothing((string Name, AttributeValue Value) attribute) =>
        attribute is { Name: "occluded", Value: { Kind: AttributeValueKind.Bool, AsBool: false } }
        || attribute.Value is { Kind: AttributeValueKind.Text, AsText: "" }
        || attribute.Name is "is_crowd" or "score" or "track_id";

    static double[] Edges(LabelSpec.Geometry.Box box) => [box.Left, box.Top, box.Right, box.Bottom];

    static string Show(double number) =>
        (Math.Round(number * 1000) / 1000 + 0.0).ToString("0.###", CultureInfo.InvariantCulture);
}
