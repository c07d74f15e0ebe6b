using System.Runtime.InteropServices;
using System.Text;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Formats.GeoJson;

/// <summary>Reads the features of one file; each is an annotation of the picture that it names, else of that of the file.</summary>
sealed class GeoJsonReader(FormatFile file) : IJsonRecords
{
    static readonly string[] ClassNames =
    [
        "class",
        "label",
        "category",
        "class_name",
        "type_id",
        "type",
        "feature_type",
        "name",
        "building",
    ];

    static readonly string[] ImageNames = ["image_id", "ImageId", "image", "filename", "file_name", "image_path"];

    readonly DatasetPart part = file.Part;
    readonly Dictionary<string, int> images = new(StringComparer.Ordinal);
    readonly List<double> numbers = [];
    bool isGeographic;

    public void Read()
    {
        new JsonFile(file, this).Read();
        if (images.Count == 0)
            part.Images.State[ImageNamed(file.Stem, file.Span)] = ImageState.Empty;
    }

    public JsonUse UseOf(scoped ReadOnlySpan<byte> key) =>
        key.IsEmpty || key.SequenceEqual("features"u8) ? JsonUse.Each
        : key.SequenceEqual("crs"u8) ? JsonUse.Whole
        : JsonUse.Pass;

    public void Read(scoped ReadOnlySpan<byte> key, JsonNode record)
    {
        if (key.SequenceEqual("crs"u8))
            isGeographic = record.IsObject;
        else if (record["geometry"u8].Exists || record["type"u8].Inside.SequenceEqual("Feature"u8))
            ReadFeature(record);
        else
            part.Problems.Report(JsonProblems.WrongType, record.Span, "A feature is an object with 'geometry'.");
    }

    public static JsonNode ClassOf(JsonNode properties) => FirstOf(properties, ClassNames);

    public static JsonNode ImageOf(JsonNode properties) => FirstOf(properties, ImageNames);

    /// <summary>A ring, line or point by its number through all parts of the geometry.</summary>
    public static JsonNode RingOf(JsonNode geometry, int index)
    {
        var coordinates = geometry["coordinates"u8];
        switch (geometry["type"u8].Text)
        {
            case "MultiPolygon":
                foreach (var polygon in coordinates.Children)
                {
                    if (index < polygon.Count)
                        return polygon[index];
                    index -= polygon.Count;
                }
                return default;
            case "Polygon" or "MultiLineString":
                return coordinates[index];
            default:
                return coordinates;
        }
    }

    static JsonNode FirstOf(JsonNode properties, string[] names)
    {
        // A name that is left empty says less than another property that is filled in.
        var empty = default(JsonNode);
        foreach (var name in names)
            if (properties[Encoding.UTF8.GetBytes(name)] is { Exists: true } found && found.Kind != JsonKind.Null)
                if (!found.IsText || found.Inside.ContainsAnyExcept((byte)' ', (byte)'\t'))
                    return found;
                else if (!empty.Exists)
                    empty = found;
        return empty;
    }

    int ImageNamed(string name, Sources.SourceSpan span)
    {
        if (!images.TryGetValue(name, out var image))
            images[name] = image = part.AddImage(
                new(span) { FileName = Path.HasExtension(name) ? name : name + ".tif", State = ImageState.Annotated }
            );
        return image;
    }

    void ReadFeature(JsonNode feature)
    {
        var properties = feature["properties"u8];
        var picture = ImageOf(properties);
        var row = new AnnotationRow(feature.Span)
        {
            Image = picture.IsText ? ImageNamed(picture.Text!, feature.Span) : ImageNamed(file.Stem, file.Span),
            Id = feature["id"u8].Id(part),
            Category = ClassOf(properties) is { Exists: true } name
                ? part.Category(name.Attribute(part.Texts).ToString())
                : -1,
        };
        var geometry = feature["geometry"u8];
        if (!SetShape(ref row, geometry))
            part.Problems.Report(
                JsonProblems.WrongType,
                feature.Span,
                $"The geometry of type '{geometry["type"u8].Text}' is empty or cannot be understood."
            );
        if (isGeographic || (Math.Abs(row.Box.Left) <= 180 && row.Box.Top < 0))
            part.Problems.Report(
                JsonProblems.Geographic,
                geometry.Exists ? geometry.Span : feature.Span,
                "The coordinates seem to be geographic and not pixels of a picture, so that what is stated in pixels "
                    + "cannot be decided; convert them with the picture's transform."
            );
        var annotation = part.AddAnnotation(row);
        foreach (var property in properties.Children)
            part.SetAttribute(annotation, part.Texts.Get(property.Key), property.Attribute(part.Texts));
    }

    bool SetShape(ref AnnotationRow row, JsonNode geometry)
    {
        var coordinates = geometry["coordinates"u8];
        var rings = new PolygonBuffer();
        switch (geometry["type"u8].Text)
        {
            case "Polygon":
                AddPolygon(rings, coordinates);
                break;
            case "MultiPolygon":
                foreach (var polygon in coordinates.Children)
                    AddPolygon(rings, polygon);
                break;
            case "LineString":
                return SetPoints(ref row, coordinates, ShapeKind.Polyline);
            case "MultiLineString":
                foreach (var line in coordinates.Children)
                    rings.AddPart(Vertices(line));
                Shapes.SetRings(ref row, part, rings);
                row.Shape = ShapeKind.Polyline;
                return rings.VertexCount > 0;
            case "Point" or "MultiPoint":
                return SetPoints(ref row, coordinates, ShapeKind.Point);
            default:
                return false;
        }
        Shapes.SetRings(ref row, part, rings);
        return rings.VertexCount > 0;
    }

    bool SetPoints(ref AnnotationRow row, JsonNode coordinates, ShapeKind shape)
    {
        var vertices = Vertices(coordinates);
        Shapes.SetPoints(ref row, part, vertices, shape);
        return !vertices.IsEmpty;
    }

    // The first ring is the outline, the others are holes. The last position repeats the first, which rings here do not.
    void AddPolygon(PolygonBuffer rings, JsonNode polygon)
    {
        var isHole = false;
        foreach (var ring in polygon.Children)
        {
            var vertices = Vertices(ring);
            if (vertices.Length >= 4 && vertices[..2].SequenceEqual(vertices[^2..]))
                vertices = vertices[..^2];
            else
                part.Problems.Report(
                    JsonProblems.OpenRing,
                    ring.Span,
                    "The last position of a ring must be the first again; repeat it at the end."
                );
            rings.AddPart(vertices, isHole);
            isHole = true;
        }
    }

    /// <summary>The positions of a list, or one position, without their heights.</summary>
    ReadOnlySpan<double> Vertices(JsonNode positions)
    {
        numbers.Clear();
        if (positions[0].IsNumber)
            numbers.AddRange([positions[0].Number, positions[1].Number]);
        else
            foreach (var position in positions.Children)
                numbers.AddRange([position[0].Number, position[1].Number]);
        return CollectionsMarshal.AsSpan(numbers);
    }
}
