using System.Runtime.InteropServices;
using System.Text;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.OpenLabel;

/// <summary>Reads objects and their geometry, which stands with the object or in the frames.</summary>
sealed class OpenLabelReader(FormatFile file) : IJsonRecords
{
    const string Relative = "MODE_POLY2D_RELATIVE";

    static readonly string[] AttributeKinds = ["boolean", "num", "text", "vec"];

    readonly DatasetPart part = file.Part;
    readonly Dictionary<(int Frame, string System), int> images = [];
    readonly Dictionary<string, int> tracks = new(StringComparer.Ordinal);

    // By their keys, for which members of JSON would be looked through one by one.
    readonly Dictionary<string, JsonNode> objects = new(StringComparer.Ordinal);
    readonly Dictionary<string, JsonNode> frames = new(StringComparer.Ordinal);
    JsonNode root;

    public JsonUse UseOf(scoped ReadOnlySpan<byte> key) =>
        key.IsEmpty ? JsonUse.Each
        : key.SequenceEqual("openlabel"u8) ? JsonUse.Whole
        : JsonUse.Pass;

    public void Read(scoped ReadOnlySpan<byte> key, JsonNode record)
    {
        root = record;
        // Of a key given twice the last counts.
        foreach (var frame in root["frames"u8].Children)
            frames[frame.KeyText] = frame;
        foreach (var node in root["objects"u8].Children)
            objects[node.KeyText] = node;
        foreach (var node in root["objects"u8].Children)
            ReadData(node["object_data"u8], node, -1);
        foreach (var frame in root["frames"u8].Children)
        {
            var number = int.TryParse(frame.KeyText, out var n) && n >= 0 ? n : 0;
            foreach (var node in frame["objects"u8].Children)
            {
                if (!objects.TryGetValue(node.KeyText, out var of))
                    part.Problems.Report(
                        JsonProblems.MissingField,
                        node.Span,
                        $"'objects' has no object '{node.KeyText}', which this frame refers to."
                    );
                ReadData(node["object_data"u8], of.Exists ? of : node, number);
            }
        }
    }

    /// <summary>An attribute by its name, of whatever kind.</summary>
    public static JsonNode AttributeOf(JsonNode data, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        foreach (var kind in AttributeKinds)
        foreach (var attribute in data[Encoding.UTF8.GetBytes(kind)].Children)
            if (attribute["name"u8].Inside.SequenceEqual(bytes))
                return attribute;
        return default;
    }

    void ReadData(JsonNode data, JsonNode of, int frame)
    {
        foreach (var kind in data.Children)
        {
            if (!kind.IsArray || AttributeKinds.Contains(kind.KeyText))
                continue;
            var nesting = kind.KeyText == "poly2d" ? PolygonHierarchy.Of(kind, part.Problems) : null;
            var holes = HolesOf(kind, nesting);
            var index = 0;
            foreach (var geometry in kind.Children)
            {
                if (nesting?.IsHole(index) != true)
                    ReadGeometry(kind.KeyText, geometry, data, of, frame, holes?.GetValueOrDefault(index) ?? []);
                index++;
            }
        }
    }

    /// <summary>The holes of each outline.</summary>
    static Dictionary<int, List<JsonNode>>? HolesOf(JsonNode polygons, PolygonHierarchy? nesting)
    {
        if (nesting is null)
            return null;
        var holes = new Dictionary<int, List<JsonNode>>();
        var index = 0;
        foreach (var polygon in polygons.Children)
        {
            if (nesting.OutlineOf(index++) is not (>= 0 and var outline))
                continue;
            if (!holes.TryGetValue(outline, out var list))
                holes.Add(outline, list = []);
            list.Add(polygon);
        }

        return holes;
    }

    void ReadGeometry(string kind, JsonNode node, JsonNode data, JsonNode of, int frame, List<JsonNode> holes)
    {
        if (kind is not ("bbox" or "rbbox" or "poly2d" or "cuboid" or "point2d"))
            return;
        var system = node["coordinate_system"u8].TextIn(part.Texts) ?? "";
        var row = new AnnotationRow(node.Span)
        {
            Image = ImageOf(frame, system),
            Category = of["type"u8].TextIn(part.Texts) is { Length: > 0 } type ? part.Category(type) : -1,
            Frame = frame,
            Track = frame < 0 ? -1 : TrackOf(of),
        };
        if (!SetShape(ref row, kind, node, holes))
        {
            row.Flags |= AnnotationFlags.Unread;
            ReportUnread(kind, node);
        }

        var annotation = part.AddAnnotation(row);
        // What is said about the object holds for its shapes; what is said about a shape wins.
        SetAttributes(annotation, data);
        SetAttributes(annotation, node["attributes"u8]);
    }

    void ReportUnread(string kind, JsonNode node) =>
        part.Problems.Report(
            JsonProblems.WrongType,
            node.Span,
            kind == "poly2d"
                ? "The values of this poly2d cannot be understood: pairs of numbers, or the chain that its mode asks for."
                : $"The values of this {kind} cannot be understood; count them."
        );

    int TrackOf(JsonNode of)
    {
        var id = of.KeyText;
        if (!tracks.TryGetValue(id, out var track))
            tracks[id] = track = part.AddTrack(
                new(
                    file.File,
                    part.IdOf(id),
                    of["type"u8].TextIn(part.Texts) is { Length: > 0 } type ? part.Category(type) : -1,
                    of.Span
                )
            );
        return track;
    }

    int ImageOf(int frame, string system)
    {
        if (images.TryGetValue((frame, system), out var known))
            return known;
        var name = Encoding.UTF8.GetBytes(system);
        var stream = root["streams"u8][name];
        var size = stream["stream_properties"u8]["intrinsics_pinhole"u8];
        var frameNode = frames.GetValueOrDefault($"{frame}");
        var uri = frameNode["frame_properties"u8]["streams"u8][name]["uri"u8].Text ?? stream["uri"u8].Text;
        if (uri is null && system.Length == 0)
            foreach (var only in root["streams"u8].Children)
                uri ??= only["uri"u8].Text;
        return images[(frame, system)] = part.AddImage(
            new(frameNode.Exists ? frameNode.Span : root.Span)
            {
                FileName = uri ?? root["metadata"u8]["tagged_file"u8].Text ?? file.Stem,
                Width = size["width_px"u8].Pixels,
                Height = size["height_px"u8].Pixels,
                Frame = frame,
                Sequence = frame < 0 ? null : $"{file.Stem} {system}".TrimEnd(),
                State = ImageState.Annotated,
            }
        );
    }

    void SetAttributes(int annotation, JsonNode data)
    {
        foreach (var kind in AttributeKinds)
        foreach (var attribute in data[Encoding.UTF8.GetBytes(kind)].Children)
            if (attribute["name"u8].TextIn(part.Texts) is { } name)
                part.SetAttribute(annotation, name, attribute["val"u8].Attribute(part.Texts));
    }

    bool SetShape(ref AnnotationRow row, string kind, JsonNode node, List<JsonNode> holes)
    {
        if (kind == "poly2d")
            return SetPolygon(ref row, node, holes);
        var list = new List<double>();
        node["val"u8].AddNumbersTo(list);
        var n = CollectionsMarshal.AsSpan(list);
        switch (kind)
        {
            case "bbox" when n.Length == 4:
                Shapes.SetBox(ref row, Box.FromCenter(n[0], n[1], n[2], n[3]));
                return true;
            case "rbbox" when n.Length == 5:
                Shapes.SetBox(ref row, Box.FromCenter(n[0], n[1], n[2], n[3]), n[4] * 180 / Math.PI);
                return true;
            case "point2d" when n.Length == 2:
                Shapes.SetPoints(ref row, part, n, ShapeKind.Point);
                return true;
            case "cuboid" when n.Length is 9 or 10:
                row.Shape = ShapeKind.Cuboid;
                row.Geometry = part.Geometry.AddCuboid(Cuboid(n));
                return true;
            default:
                return false;
        }
    }

    bool SetPolygon(ref AnnotationRow row, JsonNode node, List<JsonNode> holes)
    {
        if (!TryReadVertices(node, out var vertices))
            return false;
        var shape = node["closed"u8].Flag == false ? ShapeKind.Polyline : ShapeKind.Polygon;
        if (holes.Count == 0 || shape == ShapeKind.Polyline)
        {
            Shapes.SetPoints(ref row, part, CollectionsMarshal.AsSpan(vertices), shape);
            return true;
        }

        var rings = new PolygonBuffer();
        rings.AddPart(CollectionsMarshal.AsSpan(vertices));
        foreach (var hole in holes)
            if (TryReadVertices(hole, out var inner))
                rings.AddPart(CollectionsMarshal.AsSpan(inner), isHole: true);
            else
                ReportUnread("poly2d", hole);
        Shapes.SetRings(ref row, part, rings);
        return true;
    }

    /// <summary>The vertices of a polygon, however they are written.</summary>
    static bool TryReadVertices(JsonNode node, out List<double> vertices)
    {
        vertices = [];
        var mode = node["mode"u8].Text;
        if (PolygonChainCode.Is(mode))
            return PolygonChainCode.TryDecode(mode!, node["val"u8], vertices);
        node["val"u8].AddNumbersTo(vertices);
        var numbers = CollectionsMarshal.AsSpan(vertices);
        if (!IsVertices(mode, numbers))
            return false;
        if (mode == Relative)
            AddFirst(numbers);
        return true;
    }

    static bool IsVertices(string? mode, ReadOnlySpan<double> numbers) =>
        mode is null or "MODE_POLY2D_ABSOLUTE" or Relative && !numbers.IsEmpty && numbers.Length % 2 == 0;

    // "Only the first point of the sequence is defined with its (x, y) values, while all the rest are defined relative to it": the
    // description of the mode in the JSON schema of OpenLABEL 1.0.0.
    static void AddFirst(Span<double> numbers)
    {
        for (var i = 2; i < numbers.Length; i++)
            numbers[i] += numbers[i % 2];
    }

    // Place, turn (Euler angles in radians about x, y, z, or a quaternion whose real part comes last), size.
    static OrientedCuboid Cuboid(ReadOnlySpan<double> n) =>
        new(
            n[0],
            n[1],
            n[2],
            n[^3],
            n[^2],
            n[^1],
            n.Length == 10
                ? new(n[6], n[3], n[4], n[5])
                : CuboidRotation.AboutZ(n[5]) * CuboidRotation.AboutY(n[4]) * CuboidRotation.AboutX(n[3])
        );
}
