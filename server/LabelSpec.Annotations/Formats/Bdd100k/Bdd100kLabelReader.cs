using System.Runtime.InteropServices;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Bdd100k;

/// <summary>Reads the labels of frames.</summary>
sealed class Bdd100kLabelReader(FormatFile file)
{
    /// <summary>Pieces that a curve is drawn with.</summary>
    const int CurvePieces = 8;

    readonly DatasetPart part = file.Part;
    readonly double last = Bdd100kReader.LastPixel(file.Options.Coordinates?.Edges);

    public void Read(JsonNode label, int image, string? video, int frame)
    {
        if (!label.IsObject)
        {
            part.Problems.Report(JsonProblems.WrongType, label.Span, "A label is an object in braces.");
            return;
        }
        var row = new AnnotationRow(label.Span)
        {
            Image = image,
            Id = label["id"u8].Id(part),
            Category = label["category"u8].TextIn(part.Texts) is { } name ? part.Category(name) : -1,
            Frame = frame,
            Shape = ShapeKind.Tag,
        };
        if (label["score"u8].IsNumber)
            (row.Score, row.Flags) = (label["score"u8].Number, AnnotationFlags.Prediction);
        if (video is not null && label["id"u8].Attribute(part.Texts).ToString() is { Length: > 0 } id && !row.Id.IsNone)
            row.Track = part.AddTrack(new(file.File, part.IdOf($"{video}/{id}"), -1, Sources.SourceSpan.None));
        var attributes = label["attributes"u8];
        if (attributes["crowd"u8].Flag == true)
            row.Flags |= AnnotationFlags.Crowd;
        if (attributes["ignored"u8].Flag == true)
            row.Flags |= AnnotationFlags.Ignore;
        SetShape(ref row, label);
        var annotation = part.AddAnnotation(row);
        foreach (var attribute in attributes.Children)
            part.SetAttribute(annotation, part.Texts.Get(attribute.Key), attribute.Attribute(part.Texts));
        if (row.Category < 0)
            part.Problems.Report(JsonProblems.MissingField, label.Span, "The label has no 'category'.");
    }

    void SetShape(ref AnnotationRow row, JsonNode label)
    {
        if (label["box2d"u8] is { IsObject: true } box)
            Shapes.SetBox(
                ref row,
                Box.FromEdges(
                    box["x1"u8].Number,
                    box["y1"u8].Number,
                    box["x2"u8].Number + last,
                    box["y2"u8].Number + last
                )
            );
        if (label["poly2d"u8] is { IsArray: true } rings)
            SetRings(ref row, rings);
        else if (label["graph"u8]["nodes"u8] is { IsArray: true } nodes)
            SetGraph(ref row, nodes);
        else if (label["rle"u8] is { IsObject: true } rle)
            SetRle(ref row, rle);
        else if (label["box3d"u8] is { IsObject: true } solid)
            SetCuboid(ref row, solid);
    }

    void SetRle(ref AnnotationRow row, JsonNode rle)
    {
        if (!Shapes.TrySetRle(ref row, part, rle["counts"u8], rle["size"u8][0].Pixels, rle["size"u8][1].Pixels))
            part.Problems.Report(
                JsonProblems.WrongType,
                rle.Span,
                "These run lengths do not fill a mask of this size."
            );
    }

    void SetRings(ref AnnotationRow row, JsonNode rings)
    {
        var buffer = new PolygonBuffer();
        var isOpen = rings.Count > 0;
        foreach (var ring in rings.Children)
        {
            isOpen &= ring["closed"u8].Flag == false;
            var numbers = new List<double>();
            ring["vertices"u8].AddNumbersTo(numbers);
            var types = ring["types"u8].Text ?? "";
            buffer.AddPart(
                types.Contains('C', StringComparison.Ordinal)
                    ? CollectionsMarshal.AsSpan(Flatten(numbers, types))
                    : CollectionsMarshal.AsSpan(numbers)
            );
        }
        Shapes.SetRings(ref row, part, buffer);
        if (isOpen)
            row.Shape = ShapeKind.Polyline;
    }

    // Two control points in a row lie between the ends of a cubic Bézier curve.
    static List<double> Flatten(List<double> n, string types)
    {
        var result = new List<double>();
        var count = n.Count / 2;
        for (var i = 0; i < count; i++)
        {
            if (i >= types.Length || types[i] != 'C')
            {
                result.AddRange([n[2 * i], n[2 * i + 1]]);
                continue;
            }
            if (i == 0 || i + 1 >= count || i + 1 >= types.Length || types[i + 1] != 'C')
                continue;
            var (from, to) = (i - 1, (i + 2) % count);
            for (var step = 1; step < CurvePieces; step++)
            {
                var t = (double)step / CurvePieces;
                result.Add(Bezier(n[2 * from], n[2 * i], n[2 * i + 2], n[2 * to], t));
                result.Add(Bezier(n[2 * from + 1], n[2 * i + 1], n[2 * i + 3], n[2 * to + 1], t));
            }
            i++;
        }
        return result;
    }

    static double Bezier(double a, double b, double c, double d, double t)
    {
        var s = 1 - t;
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    }

    void SetGraph(ref AnnotationRow row, JsonNode nodes)
    {
        var points = new List<Keypoint>();
        foreach (var node in nodes.Children)
            points.Add(
                new(
                    node["location"u8][0].Number,
                    node["location"u8][1].Number,
                    node["visibility"u8].Text switch
                    {
                        "N" => 0,
                        "H" => 1,
                        _ => 2,
                    }
                )
            );
        Shapes.SetKeypoints(ref row, part, points);
    }

    // In the camera's frame: centre, and height, width, length; turned about its y axis.
    void SetCuboid(ref AnnotationRow row, JsonNode box)
    {
        var (at, size, turn) = (box["location"u8], box["dimension"u8], box["orientation"u8]);
        row.Shape = ShapeKind.Cuboid;
        if (at.Count != 3 || size.Count != 3 || turn.Count != 3)
        {
            part.Problems.Report(
                JsonProblems.MissingField,
                box.Span,
                "A 3-D box has location, dimension and orientation."
            );
            return;
        }
        row.Geometry = part.Geometry.AddCuboid(
            new(
                at[2].Number,
                -at[0].Number,
                -at[1].Number,
                size[2].Number,
                size[1].Number,
                size[0].Number,
                CuboidRotation.AboutZ(-turn[1].Number - Math.PI / 2)
            )
        );
    }
}
