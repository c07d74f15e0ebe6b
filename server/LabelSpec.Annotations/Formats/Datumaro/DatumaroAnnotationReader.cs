using System.Runtime.InteropServices;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Datumaro;

/// <summary>Reads the annotations of items.</summary>
sealed class DatumaroAnnotationReader(FormatFile file)
{
    readonly DatasetPart part = file.Part;
    readonly List<double> numbers = [];

    public void Read(JsonNode node, int image)
    {
        if (!node.IsObject)
        {
            part.Problems.Report(JsonProblems.WrongType, node.Span, "An annotation is an object in braces.");
            return;
        }
        var attributes = node["attributes"u8];
        var row = new AnnotationRow(node.Span)
        {
            Image = image,
            // 0 is what Datumaro writes for an annotation that has none.
            Id = node["id"u8].Index == 0 ? RecordId.None : node["id"u8].Id(part),
            CategoryId = node["label_id"u8].Id(part),
            Group = node["group"u8].Index is > 0 and var group ? group : -1,
            ZOrder = node["z_order"u8].Index is >= 0 and var order ? order : 0,
            Score = attributes["score"u8].IsNumber ? attributes["score"u8].Number : double.NaN,
        };
        if (!row.Id.IsNone)
            row.Flags |= AnnotationFlags.HasId;
        if (attributes["is_crowd"u8].Flag == true)
            row.Flags |= AnnotationFlags.Crowd;
        if (attributes["track_id"u8].Id(part) is { IsNone: false } track)
            row.Track = part.AddTrack(new(file.File, track, -1, Sources.SourceSpan.None));
        if (!SetShape(ref row, node))
            part.Problems.Report(
                JsonProblems.MissingField,
                node.Span,
                $"The geometry of this annotation of type '{node["type"u8].Text}' is missing or cannot be understood."
            );
        var annotation = part.AddAnnotation(row);
        foreach (var attribute in attributes.Children)
            part.SetAttribute(annotation, part.Texts.Get(attribute.Key), attribute.Attribute(part.Texts));
    }

    /// <summary>False when the geometry that the type calls for is not there.</summary>
    bool SetShape(ref AnnotationRow row, JsonNode node)
    {
        numbers.Clear();
        node["points"u8].AddNumbersTo(numbers);
        var points = CollectionsMarshal.AsSpan(numbers);
        switch (node["type"u8].Text)
        {
            case "label":
                row.Shape = ShapeKind.Tag;
                return true;
            case "caption":
                row.Shape = ShapeKind.Caption;
                row.Geometry = part.Geometry.AddText(node["caption"u8].Text ?? "");
                return node["caption"u8].IsText;
            case "bbox":
                Shapes.SetBox(ref row, Shapes.BoxOf(node["bbox"u8]));
                return node["bbox"u8].Count == 4;
            case "rotated_bbox" when points.Length >= 5:
                Shapes.SetBox(ref row, Box.FromCenter(points[0], points[1], points[2], points[3]), points[4]);
                return true;
            case "ellipse" when points.Length >= 4:
                row.Shape = ShapeKind.Ellipse;
                row.Box = Box.FromEdges(points[0], points[1], points[2], points[3]);
                row.Flags |= AnnotationFlags.HasStoredBox;
                return true;
            case "polygon":
                Shapes.SetPoints(ref row, part, points);
                return !points.IsEmpty;
            case "polyline":
                Shapes.SetPoints(ref row, part, points, ShapeKind.Polyline);
                return !points.IsEmpty;
            case "points":
                return SetKeypoints(ref row, node);
            case "skeleton":
                return SetSkeleton(ref row, node["elements"u8]);
            case "mask":
                var size = node["rle"u8]["size"u8];
                return Shapes.TrySetRle(ref row, part, node["rle"u8]["counts"u8], size[0].Pixels, size[1].Pixels);
            case "cuboid_3d":
                return SetCuboid(ref row, node);
            default:
                return false;
        }
    }

    bool SetKeypoints(ref AnnotationRow row, JsonNode node)
    {
        var bounds = Shapes.BoxOf(node["bbox"u8]);
        if (node["bbox"u8].Count == 4)
            (row.Box, row.Flags) = (bounds, row.Flags | AnnotationFlags.HasStoredBox);
        var keypoints = new List<Keypoint>();
        for (var i = 0; i + 1 < numbers.Count; i += 2)
        {
            var visibility = node["visibility"u8][i / 2].Number;
            keypoints.Add(new(numbers[i], numbers[i + 1], double.IsNaN(visibility) ? 2 : visibility));
        }
        Shapes.SetKeypoints(ref row, part, keypoints);
        return keypoints.Count > 0;
    }

    bool SetSkeleton(ref AnnotationRow row, JsonNode elements)
    {
        var keypoints = new List<Keypoint>();
        foreach (var element in elements.Children)
        {
            var visibility = element["visibility"u8][0].Number;
            keypoints.Add(
                new(
                    element["points"u8][0].Number,
                    element["points"u8][1].Number,
                    double.IsNaN(visibility) ? 2 : visibility
                )
            );
        }
        Shapes.SetKeypoints(ref row, part, keypoints);
        return keypoints.Count > 0;
    }

    // Rotation: radians about x, y and z, applied in this order.
    bool SetCuboid(ref AnnotationRow row, JsonNode node)
    {
        row.Shape = ShapeKind.Cuboid;
        var (at, turn, size) = (node["position"u8], node["rotation"u8], node["scale"u8]);
        if (at.Count != 3 || turn.Count != 3 || size.Count != 3)
            return false;
        row.Geometry = part.Geometry.AddCuboid(
            new(
                at[0].Number,
                at[1].Number,
                at[2].Number,
                size[0].Number,
                size[1].Number,
                size[2].Number,
                CuboidRotation.AboutZ(turn[2].Number)
                    * CuboidRotation.AboutY(turn[1].Number)
                    * CuboidRotation.AboutX(turn[0].Number)
            )
        );
        return true;
    }
}
