using System.Runtime.InteropServices;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Project;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Supervisely;

/// <summary>Reads the objects of one image, the figures of a video or point cloud, or the classes of a project.</summary>
sealed class SuperviselyReader(FormatFile file) : IJsonRecords
{
    readonly DatasetPart part = file.Part;

    /// <summary>Rectangles name their last pixels, so that they end one further.</summary>
    readonly int last = file.Options.Coordinates?.Edges == BoxEdges.Continuous ? 0 : 1;

    public JsonUse UseOf(scoped ReadOnlySpan<byte> key) => JsonUse.Whole;

    public static JsonNode ExteriorOf(JsonNode node) =>
        (node["points"u8] is { Exists: true } own ? own : node["geometry"u8]["points"u8])["exterior"u8];

    public void Read(scoped ReadOnlySpan<byte> key, JsonNode record)
    {
        if (record["classes"u8].IsArray && !record["objects"u8].Exists)
        {
            ReadClasses(record);
            return;
        }
        var objects = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var node in record["objects"u8].Children)
            if (node["key"u8].Text is { } name)
                objects[name] = node;
        var frames = record["frames"u8];
        var image = frames.IsArray ? -1 : AddImage(record, record, -1);
        if (record["figures"u8].IsArray || frames.IsArray)
        {
            foreach (var figure in record["figures"u8].Children)
                ReadFigure(figure, image, objects, -1);
            foreach (var frame in frames.Children)
                ReadFrame(record, frame, objects);
            return;
        }
        foreach (var node in record["objects"u8].Children)
            ReadShape(node, node, image, -1, -1);
        if (!record["objects"u8].IsArray)
            part.Problems.Report(JsonProblems.MissingField, record.Span, "The file has no array 'objects'.");
    }

    int AddImage(JsonNode record, JsonNode of, int frame)
    {
        var image = part.AddImage(
            new(of.Span)
            {
                // a.jpg.json
                FileName = file.Stem,
                Width = record["size"u8]["width"u8].Pixels,
                Height = record["size"u8]["height"u8].Pixels,
                Frame = frame,
                Sequence = frame < 0 ? null : file.Stem,
            }
        );
        foreach (var tag in frame < 0 ? record["tags"u8].Children : default)
            if (tag["name"u8].TextIn(part.Texts) is { } name)
                part.SetImageAttribute(image, name, ValueOf(tag));
        return image;
    }

    void ReadFrame(JsonNode record, JsonNode frame, Dictionary<string, JsonNode> objects)
    {
        var number = Math.Max(0, frame["index"u8].Index);
        var image = AddImage(record, frame, number);
        foreach (var figure in frame["figures"u8].Children)
            ReadFigure(figure, image, objects, number);
    }

    void ReadFigure(JsonNode figure, int image, Dictionary<string, JsonNode> objects, int frame)
    {
        var id = figure["objectKey"u8].Text ?? "";
        var of = objects.GetValueOrDefault(id);
        if (!of.Exists)
            part.Problems.Report(JsonProblems.MissingField, figure.Span, $"There is no object with the key '{id}'.");
        var track = of.Exists ? part.AddTrack(new(file.File, part.IdOf(id), -1, Sources.SourceSpan.None)) : -1;
        ReadShape(figure, of, image, frame, track);
    }

    void ReadShape(JsonNode node, JsonNode of, int image, int frame, int track)
    {
        var row = new AnnotationRow(node.Span)
        {
            Image = image,
            Id = node["id"u8].Id(part),
            Category = of["classTitle"u8].TextIn(part.Texts) is { } title ? part.Category(title) : -1,
            Frame = frame,
            Track = track,
            Annotator = node["labelerLogin"u8].TextIn(part.Texts),
        };
        if (!SetShape(ref row, node))
            part.Problems.Report(
                JsonProblems.WrongType,
                node.Span,
                $"The geometry of type '{node["geometryType"u8].Text}' is missing or cannot be understood."
            );
        if (row.Category < 0)
            part.Problems.Report(JsonProblems.MissingField, node.Span, "The object has no 'classTitle'.");
        var annotation = part.AddAnnotation(row);
        foreach (var tag in of["tags"u8].Children)
            if (tag["name"u8].TextIn(part.Texts) is { } name)
                part.SetAttribute(annotation, name, ValueOf(tag));
    }

    // A tag without a value says that it is so.
    AttributeValue ValueOf(JsonNode tag) =>
        tag["value"u8] is { Exists: true } value && value.Kind != JsonKind.Null
            ? value.Attribute(part.Texts)
            : AttributeValue.Of(true);

    bool SetShape(ref AnnotationRow row, JsonNode node)
    {
        var geometry = node["geometry"u8] is { IsObject: true } inner ? inner : node;
        var rings = new PolygonBuffer();
        AddRing(rings, geometry["points"u8]["exterior"u8], isHole: false);
        foreach (var hole in geometry["points"u8]["interior"u8].Children)
            AddRing(rings, hole, isHole: true);
        var outer = rings.PartAt(0);
        switch (node["geometryType"u8].Text)
        {
            case "rectangle" when outer.Length == 4:
                Shapes.SetBox(
                    ref row,
                    Box.FromEdges(
                        Math.Min(outer[0], outer[2]),
                        Math.Min(outer[1], outer[3]),
                        Math.Max(outer[0], outer[2]) + last,
                        Math.Max(outer[1], outer[3]) + last
                    )
                );
                return true;
            case "line" when !outer.IsEmpty:
                Shapes.SetPoints(ref row, part, outer, ShapeKind.Polyline);
                return true;
            case "point" when !outer.IsEmpty:
                Shapes.SetPoints(ref row, part, outer, ShapeKind.Point);
                return true;
            case "bitmap":
                return SetBitmap(ref row, geometry["bitmap"u8]);
            case "graph":
                return SetGraph(ref row, geometry["nodes"u8]);
            case "cuboid_3d":
                return SetCuboid(ref row, geometry);
            case "polygon" or null when !outer.IsEmpty:
                Shapes.SetRings(ref row, part, rings);
                return true;
            default:
                return false;
        }
    }

    static void AddRing(PolygonBuffer rings, JsonNode points, bool isHole)
    {
        var numbers = new List<double>();
        points.AddNumbersTo(numbers);
        rings.AddPart(CollectionsMarshal.AsSpan(numbers), isHole);
    }

    // A packed picture whose first pixel lies at the origin.
    bool SetBitmap(ref AnnotationRow row, JsonNode bitmap)
    {
        row.Shape = ShapeKind.Mask;
        if (!MaskPicture.DecodePacked(bitmap["data"u8].Inside, out var pixels, out var width, out var height))
            return false;
        var (left, top) = (bitmap["origin"u8][0].Index, bitmap["origin"u8][1].Index);
        if (left < 0 || top < 0)
            return false;
        var (imageWidth, imageHeight) = (part.Images.Width.At(row.Image), part.Images.Height.At(row.Image));
        var result = RleMask.FromRowRuns(
            MaskPicture.RowRuns(pixels),
            left,
            top,
            width,
            height,
            imageHeight > 0 ? imageHeight : top + height,
            imageWidth > 0 ? imageWidth : left + width
        );
        if (!result.HasMask)
            return false;
        Shapes.SetMask(ref row, part, result.Mask!);
        return true;
    }

    bool SetGraph(ref AnnotationRow row, JsonNode nodes)
    {
        var points = new List<Keypoint>();
        foreach (var node in nodes.Children)
            points.Add(new(node["loc"u8][0].Number, node["loc"u8][1].Number, node["disabled"u8].Flag == true ? 1 : 2));
        Shapes.SetKeypoints(ref row, part, points);
        return points.Count > 0;
    }

    // Radians about x, y and z, applied in this order.
    bool SetCuboid(ref AnnotationRow row, JsonNode geometry)
    {
        row.Shape = ShapeKind.Cuboid;
        var (at, turn, size) = (geometry["position"u8], geometry["rotation"u8], geometry["dimensions"u8]);
        if (!at.IsObject || !turn.IsObject || !size.IsObject)
            return false;
        row.Geometry = part.Geometry.AddCuboid(
            new(
                at["x"u8].Number,
                at["y"u8].Number,
                at["z"u8].Number,
                size["x"u8].Number,
                size["y"u8].Number,
                size["z"u8].Number,
                CuboidRotation.AboutZ(turn["z"u8].Number)
                    * CuboidRotation.AboutY(turn["y"u8].Number)
                    * CuboidRotation.AboutX(turn["x"u8].Number)
            )
        );
        return true;
    }

    void ReadClasses(JsonNode meta)
    {
        var tags = new List<AttributeDeclaration>();
        foreach (var tag in meta["tags"u8].Children)
            tags.Add(
                new AttributeDeclaration
                {
                    Name = tag["name"u8].Text ?? "",
                    Span = tag.Span,
                    InputType = tag["value_type"u8].Text ?? "",
                    Values = [.. tag["values"u8].Attribute(part.Texts).AsTexts],
                }
            );
        foreach (var node in meta["classes"u8].Children)
            part.AddDeclaration(
                new CategoryDeclaration
                {
                    Span = node.Span,
                    Id = node["id"u8].Id(part),
                    Name = node["title"u8].Text,
                    Attributes = [.. tags],
                    Shape = node["shape"u8].Text switch
                    {
                        "rectangle" => ShapeKind.Box,
                        "polygon" => ShapeKind.Polygon,
                        "line" => ShapeKind.Polyline,
                        "point" => ShapeKind.Point,
                        "bitmap" => ShapeKind.Mask,
                        "graph" => ShapeKind.Skeleton,
                        "cuboid_3d" => ShapeKind.Cuboid,
                        _ => ShapeKind.None,
                    },
                }
            );
    }
}
