using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Shapes;

/// <summary>Makes shapes of what annotation files store. One for each thread.</summary>
sealed class ShapeDecoder(Dataset dataset)
{
    readonly PolygonBuffer polygon = new();
    readonly KeypointBuffer keypoints = new();

    public Shape Decode(int row)
    {
        var annotations = dataset.Annotations;
        var kind = annotations.Shapes[row];
        var box = annotations.Boxes[row];
        return kind switch
        {
            ShapeKind.Box => OfBox(kind, box),
            ShapeKind.RotatedBox => Turned(row),
            ShapeKind.Ellipse => OfRing(kind, Region.FromEllipse(EllipseOf(row)), EllipseOf(row).ToRing()),
            ShapeKind.Polygon => OfPolygon(row, box),
            ShapeKind.Polyline or ShapeKind.Point => OfPath(row, kind, box),
            ShapeKind.Skeleton => OfKeypoints(row),
            ShapeKind.Mask => OfMask(row),
            _ => new(kind) { Bounds = box },
        };
    }

    Ellipse EllipseOf(int row)
    {
        var box = dataset.Annotations.Boxes[row];
        return new(box.Center.X, box.Center.Y, box.Width / 2, box.Height / 2, dataset.Annotations.Angles[row]);
    }

    Shape Turned(int row)
    {
        var box = dataset.Annotations.RotatedBoxOf(row);
        return OfRing(ShapeKind.RotatedBox, Region.FromRotatedBox(box), box.Corners());
    }

    Shape OfPolygon(int row, Box box)
    {
        if (!ReadParts(row, out var ends, out var holes))
            return OfBox(ShapeKind.Polygon, box);
        var coordinates = polygon.Coordinates.ToArray();
        var region = Region.FromOwnRings(coordinates, ends, holes);
        if (!region.IsMeasurable)
            return OfBox(ShapeKind.Polygon, box);
        return new(ShapeKind.Polygon)
        {
            Bounds = region.Bounds,
            Region = region,
            Coordinates = coordinates,
            PartEnds = ends,
            Holes = holes,
        };
    }

    Shape OfPath(int row, ShapeKind kind, Box box)
    {
        if (!ReadParts(row, out var ends, out var holes))
            return new(kind) { Bounds = box };
        var coordinates = polygon.Coordinates.ToArray();
        return new(kind)
        {
            Bounds = Ring.Bounds(coordinates),
            Coordinates = coordinates,
            PartEnds = ends,
            Holes = holes,
        };
    }

    Shape OfKeypoints(int row)
    {
        keypoints.Clear();
        dataset.ReadKeypoints(row, keypoints);
        var coordinates = new List<double>(2 * keypoints.Count);
        foreach (var point in keypoints.Points)
            if (point.IsLabelled)
                coordinates.AddRange([point.X, point.Y]);
        var points = coordinates.ToArray();
        return new(ShapeKind.Skeleton)
        {
            Bounds = Ring.Bounds(points),
            Coordinates = points,
            PartEnds = points.Length == 0 ? [] : [points.Length],
            Holes = points.Length == 0 ? [] : [false],
        };
    }

    Shape OfMask(int row)
    {
        return dataset.ReadMask(row).Mask is { } mask
            ? new(ShapeKind.Mask) { Bounds = mask.Bounds, Mask = mask }
            : OfBox(ShapeKind.Mask, dataset.Annotations.Boxes[row]);
    }

    // Where the geometry cannot be read, the box that the file states stands in for it. The corners stand in the order in
    // which COCO rasterises boxes.
    static Shape OfBox(ShapeKind kind, Box box) =>
        OfRing(
            kind,
            Region.FromBox(box),
            [box.Left, box.Top, box.Left, box.Bottom, box.Right, box.Bottom, box.Right, box.Top]
        );

    bool ReadParts(int row, out int[] ends, out bool[] holes)
    {
        polygon.Clear();
        if (!dataset.ReadPolygon(row, polygon))
        {
            (ends, holes) = ([], []);
            return false;
        }
        ends = new int[polygon.PartCount];
        holes = new bool[polygon.PartCount];
        var end = 0;
        for (var part = 0; part < ends.Length; part++)
        {
            end += polygon.PartAt(part).Length;
            ends[part] = end;
            holes[part] = polygon.IsHole(part);
        }
        return true;
    }

    static Shape OfRing(ShapeKind kind, Region region, double[] ring) =>
        new(kind)
        {
            Bounds = region.Bounds,
            Region = region,
            Coordinates = ring,
            PartEnds = [ring.Length],
            Holes = [false],
        };
}
