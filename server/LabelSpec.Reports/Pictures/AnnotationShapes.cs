using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Reports.Pictures;

/// <summary>Turns annotations of a data set into areas, lines and dots.</summary>
sealed class AnnotationShapes(Dataset dataset)
{
    readonly PolygonBuffer _polygon = new();
    readonly KeypointBuffer _keypoints = new();

    public PictureShape Draw(int annotation, bool isViolation)
    {
        var category = dataset.Annotations.Categories[annotation];
        var empty = new PictureShape
        {
            Label = LabelOf(annotation, category),
            Colour = Colour.Of(Math.Max(category, 0)),
            IsViolation = isViolation,
        };
        var box = dataset.Annotations.Boxes[annotation];
        var angle = dataset.Annotations.Angles[annotation];
        return dataset.Annotations.Shapes[annotation] switch
        {
            ShapeKind.RotatedBox => empty with
            {
                Rings = [Outlines.Turned(CenterX(box), CenterY(box), box.Width, box.Height, angle)],
            },
            ShapeKind.Ellipse => empty with
            {
                Rings = [Outlines.Ellipse(CenterX(box), CenterY(box), box.Width / 2, box.Height / 2, angle)],
            },
            ShapeKind.Polygon => empty with { Rings = Parts(annotation) },
            ShapeKind.Polyline => empty with { Lines = Parts(annotation) },
            ShapeKind.Point => empty with { Dots = [.. Parts(annotation).SelectMany(part => part)] },
            ShapeKind.Mask => Mask(annotation, empty),
            ShapeKind.Skeleton => Skeleton(annotation, category, empty),
            // A cuboid stands in space, a tag and a caption nowhere.
            ShapeKind.Cuboid or ShapeKind.Tag or ShapeKind.Caption or ShapeKind.None => empty,
            _ => empty with { Rings = [Outline(box)] },
        };
    }

    static double CenterX(Box box) => box.Left + box.Width / 2;

    static double CenterY(Box box) => box.Top + box.Height / 2;

    static ImmutableArray<PicturePoint> Outline(Box box) => Outlines.Box(box.Left, box.Top, box.Width, box.Height);

    ImmutableArray<ImmutableArray<PicturePoint>> Parts(int annotation)
    {
        if (!dataset.ReadPolygon(annotation, _polygon))
            return [];
        var parts = ImmutableArray.CreateBuilder<ImmutableArray<PicturePoint>>(_polygon.PartCount);
        for (var part = 0; part < _polygon.PartCount; part++)
        {
            var coordinates = _polygon.PartAt(part);
            var points = ImmutableArray.CreateBuilder<PicturePoint>(coordinates.Length / 2);
            for (var at = 0; at + 1 < coordinates.Length; at += 2)
                points.Add(new PicturePoint(coordinates[at], coordinates[at + 1]));
            parts.Add(points.ToImmutable());
        }

        return parts.ToImmutable();
    }

    PictureShape Skeleton(int annotation, int category, PictureShape empty)
    {
        if (!dataset.ReadKeypoints(annotation, _keypoints))
            return empty;
        var points = _keypoints.Points.ToArray();
        var edges =
            category < 0
                ? []
                : dataset
                    .Categories.DeclarationOf(category, dataset.Annotations.FileOf(annotation))
                    ?.Skeleton.Where(edge => IsLabelled(points, edge.From) && IsLabelled(points, edge.To))
                    ?? [];
        return empty with
        {
            Lines = [.. edges.Select(edge => ImmutableArray.Create(At(points[edge.From]), At(points[edge.To])))],
            Dots = [.. points.Where(point => point.IsVisible).Select(At)],
            HiddenDots = [.. points.Where(point => point is { IsLabelled: true, IsVisible: false }).Select(At)],
        };
    }

    static bool IsLabelled(Keypoint[] points, int index) =>
        index >= 0 && index < points.Length && points[index].IsLabelled;

    static PicturePoint At(Keypoint point) => new(point.X, point.Y);

    PictureShape Mask(int annotation, PictureShape empty)
    {
        var frame = Outline(dataset.Annotations.Boxes[annotation]);
        return dataset.ReadMask(annotation).Mask is { } mask
            ? empty with
            {
                Areas = Columns(mask),
                Rings = [frame],
            }
            : empty with
            {
                Rings = [frame],
            };
    }

    /// <summary>The set pixels as upright bars: runs go down the columns, one column after the other.</summary>
    static ImmutableArray<ImmutableArray<PicturePoint>> Columns(RleMask mask)
    {
        var bars = ImmutableArray.CreateBuilder<ImmutableArray<PicturePoint>>();
        long pixel = 0;
        var isSet = false;
        foreach (var run in mask.Runs)
        {
            for (var end = pixel + run; pixel < end; )
            {
                var column = pixel / mask.Height;
                var top = pixel % mask.Height;
                var bottom = Math.Min(mask.Height, top + end - pixel);
                if (isSet)
                    bars.Add(Outlines.Box(column, top, 1, bottom - top));
                pixel += bottom - top;
            }

            isSet = !isSet;
        }

        return bars.ToImmutable();
    }

    string LabelOf(int annotation, int category)
    {
        var name = category >= 0 ? dataset.Categories.NameOf(category) : "?";
        return Printable.Of(
            dataset.Annotations.Flags[annotation].HasFlag(AnnotationFlags.HasId)
                ? $"{name} {dataset.IdTexts.Show(dataset.Annotations.Ids[annotation])}"
                : name
        );
    }
}
