using System.Globalization;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.LanguageServer.Protocol.Custom;
using LabelSpec.LanguageServer.Workspace.Annotations;
using LabelSpec.Semantics.Symbols.Classes;
using Colour = LabelSpec.Reports.Pictures.Colour;
using ShapeKind = LabelSpec.Annotations.Model.ShapeKind;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>Annotations of an image as shapes to draw.</summary>
sealed class PictureShapes(AnnotationView view)
{
    readonly PolygonBuffer _polygon = new();
    readonly KeypointBuffer _keypoints = new();

    Dataset Dataset => view.Dataset;

    public PictureShape Of(int row, int index)
    {
        var rows = Dataset.Annotations;
        var category = rows.Categories[row];
        var name = category < 0 ? null : Dataset.Categories.NameOf(category);
        var id = rows.Flags[row].HasFlag(AnnotationFlags.HasId) ? Dataset.IdTexts.Show(rows.Ids[row]) : null;
        var kind = rows.Shapes[row];
        var box = rows.Boxes[row];
        var empty = new PictureShape
        {
            Index = index,
            Id = id,
            Class = name,
            Color = ColorOf(category, name),
            Kind = NameOf(kind),
            Range = view.RangeOf(rows.SpanOf(row)),
            Label = id is null ? name ?? "?" : $"{name ?? "?"} {id}",
            Attributes = AttributesOf(row),
            Box = box.IsFinite ? new ShapeBox(box.Left, box.Top, box.Width, box.Height) : null,
            Angle = kind is ShapeKind.RotatedBox or ShapeKind.Ellipse ? rows.Angles[row] : null,
            Score = double.IsFinite(rows.Scores[row]) ? rows.Scores[row] : null,
            Track = rows.Tracks[row] is >= 0 and var track ? Dataset.IdTexts.Show(Dataset.Tracks[track].Id) : null,
            Crowd = rows.Flags[row].HasFlag(AnnotationFlags.Crowd) ? true : null,
        };
        return kind switch
        {
            ShapeKind.Polygon => empty with { Rings = RingsOf(row) },
            ShapeKind.Polyline or ShapeKind.Point => empty with { Points = PointsOf(row) },
            ShapeKind.Skeleton => WithKeypoints(empty, row, category),
            ShapeKind.Mask => empty with { Mask = MaskOf(row) },
            ShapeKind.Cuboid => empty with { Corners = CornersOf(row) },
            ShapeKind.Caption => empty with { Text = Dataset.ReadCaption(row) },
            ShapeKind.Tag => empty with { Text = name },
            _ => empty,
        };
    }

    string ColorOf(int category, string? name)
    {
        if (view.ClassOf(category)?.Color is { } own)
            return own;
        // The same name, the same colour, in whatever order files list their categories.
        var sum = 17;
        foreach (var unit in name ?? "")
            sum = unchecked(sum * 31 + unit);
        var colour = Colour.Of(sum & 0x7FFFFFFF);
        return string.Create(CultureInfo.InvariantCulture, $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}");
    }

    List<ShapeAttribute> AttributesOf(int row)
    {
        var attributes = new List<ShapeAttribute>();
        foreach (var column in Dataset.Annotations.Attributes.Columns)
            if (column.TryGet(row, out var value))
            {
                var span = view.Locate(Element.Annotation(row), Field.Attribute(column.Name));
                attributes.Add(
                    new ShapeAttribute(column.Name, value.ToString(), span.IsNone ? null : view.RangeOf(span))
                );
            }

        return attributes;
    }

    List<ShapeRing> RingsOf(int row)
    {
        var rings = new List<ShapeRing>();
        if (Dataset.ReadPolygon(row, _polygon))
            for (var part = 0; part < _polygon.PartCount; part++)
                rings.Add(new ShapeRing(Finite(_polygon.PartAt(part)), _polygon.IsHole(part)));
        return rings;
    }

    List<double> PointsOf(int row)
    {
        var points = new List<double>();
        if (Dataset.ReadPolygon(row, _polygon))
            for (var part = 0; part < _polygon.PartCount; part++)
                points.AddRange(Finite(_polygon.PartAt(part)));
        return points;
    }

    /// <summary>The eight corners, front face first; null where the cuboid is not projected into the image.</summary>
    List<double>? CornersOf(int row) => PointsOf(row) is { Count: 16 } corners ? corners : null;

    PictureShape WithKeypoints(PictureShape shape, int row, int category)
    {
        if (!Dataset.ReadKeypoints(row, _keypoints))
            return shape;
        var declaration =
            category < 0 ? null : Dataset.Categories.DeclarationOf(category, Dataset.Annotations.FileOf(row));
        var skeleton = view.ClassOf(category)
            ?.Shapes.Select(allowed => allowed.Skeleton)
            .FirstOrDefault(allowed => allowed?.Points.Length == _keypoints.Points.Length);
        var points = new List<ShapeKeypoint>();
        foreach (var point in _keypoints.Points)
            points.Add(
                new ShapeKeypoint(
                    declaration is not null && points.Count < declaration.Keypoints.Length
                        ? declaration.Keypoints[points.Count]
                        : skeleton?.Points[points.Count].Name,
                    Finite(point.X),
                    Finite(point.Y),
                    point.IsVisible ? 2
                        : point.IsLabelled ? 1
                        : 0
                )
            );
        return shape with
        {
            Keypoints = points,
            Edges =
            [
                .. EdgesOf(declaration, skeleton)
                    .Where(edge => edge.From >= 0 && edge.From < points.Count && edge.To >= 0 && edge.To < points.Count)
                    .SelectMany(edge => new[] { edge.From, edge.To }),
            ],
        };
    }

    /// <summary>Many formats have no edges; the guideline's skeleton, whose points may stand in another order, has.</summary>
    static IEnumerable<(int From, int To)> EdgesOf(CategoryDeclaration? declaration, SkeletonSymbol? skeleton)
    {
        if (declaration is { Skeleton.Length: > 0 })
            return declaration.Skeleton.Select(edge => (edge.From, edge.To));
        return skeleton?.Edges.Select(edge => (PlaceOf(edge.From), PlaceOf(edge.To))) ?? [];

        int PlaceOf(int point) =>
            declaration is { Keypoints.Length: > 0 }
                ? declaration.Keypoints.IndexOf(skeleton.Points[point].Name)
                : point;
    }

    ShapeMask? MaskOf(int row) =>
        Dataset.ReadMask(row).Mask is { } mask ? new ShapeMask(mask.Width, mask.Height, [.. mask.Runs]) : null;

    // JSON has no infinite numbers, and nothing can be drawn there.
    static List<double> Finite(ReadOnlySpan<double> coordinates)
    {
        var numbers = new List<double>(coordinates.Length);
        foreach (var number in coordinates)
            numbers.Add(Finite(number));
        return numbers;
    }

    static double Finite(double number) => double.IsFinite(number) ? number : 0;

    static string NameOf(ShapeKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];
}
