using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>Reads the annotations of one side of a picture as shapes that can be compared. One for each thread.</summary>
sealed class ShapeReader(ProfileStrategies profile)
{
    readonly PolygonBuffer polygon = new();
    readonly KeypointBuffer keypoints = new();

    /// <summary>Annotations that were left out as their class is not known.</summary>
    public int WithoutLabel { get; private set; }

    /// <summary>Adds the shapes of annotations; kinds that the profile does not compare, and what is outside, are left out.</summary>
    /// <param name="labelOf">The label of a category, −1 for none.</param>
    public void Read(
        Dataset dataset,
        ReadOnlySpan<int> rows,
        Func<int, int> labelOf,
        Canvas canvas,
        List<ComparedShape> shapes
    )
    {
        foreach (var row in rows)
        {
            if (!profile.Pools.TryGetValue(dataset.Annotations.Shapes[row], out var pool))
                continue;
            if ((dataset.Annotations.Flags[row] & (AnnotationFlags.Outside | AnnotationFlags.Negative)) != 0)
                continue;
            var label = labelOf(dataset.Annotations.Categories[row]);
            if (label < 0)
                WithoutLabel++;
            else if (Read(dataset, row, label, pool, canvas) is { IsAbsent: false } shape)
                shapes.Add(shape);
        }
    }

    ComparedShape Read(Dataset dataset, int row, int label, ShapePool pool, Canvas canvas)
    {
        var rows = dataset.Annotations;
        var kind = rows.Shapes[row];
        var box = rows.Boxes[row];
        var turned = rows.RotatedBoxOf(row);
        var shape = new ComparedShape
        {
            Row = row,
            Label = label,
            Pool = pool,
            Kind = kind,
            Bounds = kind is ShapeKind.RotatedBox or ShapeKind.Ellipse ? turned.Bounds : box,
            Turned = turned,
            ZOrder = rows.ZOrders[row],
            Group = rows.Groups[row],
            Area = kind == ShapeKind.Ellipse ? Math.PI / 4 * box.Area : box.Area,
            IsNeutral = (rows.Flags[row] & profile.NeutralFlags) != 0,
        };
        if (pool == ShapePool.Box && kind is not (ShapeKind.Box or ShapeKind.RotatedBox))
            return shape with { Kind = ShapeKind.Box, Turned = RotatedBox.FromBox(shape.Bounds) };
        return kind switch
        {
            ShapeKind.Box or ShapeKind.RotatedBox or ShapeKind.Ellipse or ShapeKind.Tag => shape,
            ShapeKind.Polyline or ShapeKind.Point => shape.WithCoordinates(CoordinatesOf(dataset, row)),
            ShapeKind.Skeleton => shape.WithKeypoints(KeypointsOf(dataset, row)),
            ShapeKind.Cuboid when dataset.ReadCuboid(row) is { } cuboid => shape.WithCuboid(cuboid),
            ShapeKind.Cuboid => shape.WithMask(ShapePool.DrawnCuboid, MaskOf(dataset, row, canvas)),
            _ => shape.WithMask(pool, MaskOf(dataset, row, canvas)) with { Outline = OutlineOf(dataset, row) },
        };
    }

    // Of the polygon that has just been read.
    Box? OutlineOf(Dataset dataset, int row) =>
        dataset.Annotations.Shapes[row] == ShapeKind.Polygon && polygon.PartCount > 0
            ? Ring.Bounds(polygon.Coordinates)
            : null;

    double[] CoordinatesOf(Dataset dataset, int row)
    {
        polygon.Clear();
        return dataset.ReadPolygon(row, polygon) ? polygon.Coordinates.ToArray() : [];
    }

    Keypoint[] KeypointsOf(Dataset dataset, int row)
    {
        keypoints.Clear();
        return dataset.ReadKeypoints(row, keypoints) ? keypoints.Points.ToArray() : [];
    }

    RleMask? MaskOf(Dataset dataset, int row, Canvas canvas)
    {
        polygon.Clear();
        if (dataset.Annotations.Flags[row].HasFlag(AnnotationFlags.HasMask))
            return dataset.ReadMask(row).Mask;
        return dataset.ReadPolygon(row, polygon)
            ? ShapePixels.OfPolygon(polygon, profile.CutsHoles, canvas.Height, canvas.Width)
            : RleMask.FromBox(dataset.Annotations.Boxes[row], canvas.Height, canvas.Width).Mask;
    }
}
