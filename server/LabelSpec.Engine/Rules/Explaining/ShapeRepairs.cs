using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Data;
using LabelSpec.Engine.Rules.Shapes;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Explaining;

/// <summary>
/// New shapes for annotations: clipped, filled, merged. Where the kind of shape does not allow it (a turned box cut at the
/// border is none any more) there are no changes.
/// </summary>
sealed class ShapeRepairs(JudgedData data)
{
    delegate double[] RingChange(ReadOnlySpan<double> ring);

    /// <summary>Cuts a shape off at the border of its image.</summary>
    public ImmutableArray<ElementChange> Clip(Shape shape, int row)
    {
        var image = data.FrameOf(data.Annotations.Images[row]);
        var box = data.Annotations.Boxes[row].ClampTo(image);
        if (image.IsEmpty || box.IsEmpty)
            return [];
        return data.Annotations.Shapes[row] switch
        {
            ShapeKind.Box => [new ElementChange.SetBox(Element.Annotation(row), box)],
            ShapeKind.Polygon => NewRings(row, Rings(shape, keepHoles: true, ring => RingClip.To(image, ring))),
            // The pixels cannot leave the image; the box that is stored beside them can.
            ShapeKind.Mask when HasStoredBox(row) && box != data.Annotations.Boxes[row] =>
            [
                new ElementChange.SetBox(Element.Annotation(row), box),
            ],
            _ => [],
        };
    }

    /// <summary>Fills the holes of a polygon or mask.</summary>
    public ImmutableArray<ElementChange> Fill(Shape shape, int row) =>
        data.Annotations.Shapes[row] switch
        {
            ShapeKind.Polygon => NewRings(row, Rings(shape, keepHoles: false, ring => ring.ToArray())),
            ShapeKind.Mask when shape.Mask is { } mask => NewMask(row, mask.WithoutHoles()),
            _ => [],
        };

    /// <summary>
    /// Gives the first of several shapes what all of them cover. Its kind decides: a box becomes the box around all, a
    /// polygon takes up their outlines, a mask their pixels.
    /// </summary>
    public ImmutableArray<ElementChange> Merge(IReadOnlyList<Shape> shapes, int row) =>
        data.Annotations.Shapes[row] switch
        {
            ShapeKind.Box when shapes.All(shape => shape.Bounds.IsFinite) =>
            [
                new ElementChange.SetBox(
                    Element.Annotation(row),
                    shapes.Select(shape => shape.Bounds).Aggregate((a, b) => a.Union(b))
                ),
            ],
            ShapeKind.Polygon when shapes.All(shape => shape.Region is not null) => NewRings(
                row,
                [.. shapes.SelectMany(shape => Rings(shape, keepHoles: true, ring => ring.ToArray()))]
            ),
            ShapeKind.Mask when Joined(shapes) is { } mask => NewMask(row, mask),
            _ => [],
        };

    static RleMask? Joined(IReadOnlyList<Shape> shapes)
    {
        var joined = shapes[0].Mask;
        foreach (var shape in shapes.Skip(1))
            joined =
                joined is not null
                && (shape.Mask ?? Rasterizer.Pixels(shape, joined.Height, joined.Width)) is { } pixels
                    ? joined.Union(pixels)
                    : null;
        return joined;
    }

    ImmutableArray<ElementChange> NewRings(int row, ImmutableArray<ImmutableArray<double>> rings) =>
        NewPolygon.Of(data.Annotations, row, rings);

    static ImmutableArray<ElementChange> NewMask(int row, RleMask mask) =>
        mask.Area == 0 ? [] : [new ElementChange.SetMask(Element.Annotation(row), mask)];

    static ImmutableArray<ImmutableArray<double>> Rings(Shape shape, bool keepHoles, RingChange change)
    {
        var rings = ImmutableArray.CreateBuilder<ImmutableArray<double>>();
        for (var part = 0; part < shape.Parts; part++)
            if ((keepHoles || !shape.Holes[part]) && change(shape.PartAt(part)) is { Length: >= 6 } ring)
                rings.Add([.. ring]);
        return rings.ToImmutable();
    }

    bool HasStoredBox(int row) => (data.Annotations.Flags[row] & AnnotationFlags.HasStoredBox) != 0;
}
