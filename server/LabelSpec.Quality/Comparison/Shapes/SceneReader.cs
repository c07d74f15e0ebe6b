using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>Reads both sides of one picture. One for each thread.</summary>
sealed class SceneReader(ComparedData data, LabelMap labels, ProfileStrategies profile)
{
    readonly PolygonBuffer polygon = new();
    readonly KeypointBuffer keypoints = new();

    /// <summary>Annotations that were left out as their class is not known.</summary>
    public int WithoutLabel { get; private set; }

    public ImageScene Read(ImagePair pair)
    {
        var (width, height) = SizeOf(pair);
        var truth = Read(data.Truth, pair.TruthRows, labels.OfTruth, width, height);
        var work = Read(data.Work, pair.WorkRows, labels.OfWork, width, height);
        return new(pair, truth, work, width, height);
    }

    // The declared size, else room for everything: shapes are rasterised in it.
    (int Width, int Height) SizeOf(ImagePair pair)
    {
        foreach (var (dataset, rows) in new[] { (data.Truth, pair.TruthRows), (data.Work, pair.WorkRows) })
        foreach (var row in rows)
            if (dataset.Images.Widths[row] > 0 && dataset.Images.Heights[row] > 0)
                return (dataset.Images.Widths[row], dataset.Images.Heights[row]);
        double right = 1,
            bottom = 1;
        foreach (var (dataset, rows) in new[] { (data.Truth, pair.TruthRows), (data.Work, pair.WorkRows) })
        foreach (var row in rows)
        foreach (var annotation in dataset.Annotations.OfImage(row))
        {
            right = double.MaxNumber(right, dataset.Annotations.Boxes[annotation].Right);
            bottom = double.MaxNumber(bottom, dataset.Annotations.Boxes[annotation].Bottom);
        }

        const int largest = 1 << 15;
        return ((int)Math.Min(Math.Ceiling(right), largest), (int)Math.Min(Math.Ceiling(bottom), largest));
    }

    List<ComparedShape> Read(Dataset dataset, int[] images, Func<int, int> labelOf, int width, int height)
    {
        var shapes = new List<ComparedShape>();
        foreach (var image in images)
        foreach (var row in dataset.Annotations.OfImage(image))
        {
            if (!profile.Pools.TryGetValue(dataset.Annotations.Shapes[row], out var pool))
                continue;
            if ((dataset.Annotations.Flags[row] & (AnnotationFlags.Outside | AnnotationFlags.Negative)) != 0)
                continue;
            var label = labelOf(dataset.Annotations.Categories[row]);
            if (label < 0)
                WithoutLabel++;
            else if (Read(dataset, row, label, pool, width, height) is { IsAbsent: false } shape)
                shapes.Add(shape);
        }

        shapes.Sort(profile.Order);
        return shapes;
    }

    ComparedShape Read(Dataset dataset, int row, int label, ShapePool pool, int width, int height)
    {
        var rows = dataset.Annotations;
        var kind = rows.Shapes[row];
        var box = rows.Boxes[row];
        var turned = rows.RotatedBoxOf(row);
        const AnnotationFlags neutral = AnnotationFlags.Crowd | AnnotationFlags.Ignore | AnnotationFlags.Difficult;
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
            IsNeutral = (rows.Flags[row] & neutral) != 0,
        };
        return kind switch
        {
            ShapeKind.Box or ShapeKind.RotatedBox or ShapeKind.Ellipse or ShapeKind.Tag => shape,
            ShapeKind.Polyline or ShapeKind.Point => shape.WithCoordinates(CoordinatesOf(dataset, row)),
            ShapeKind.Skeleton => shape.WithKeypoints(KeypointsOf(dataset, row)),
            ShapeKind.Cuboid when dataset.ReadCuboid(row) is { } cuboid => shape.WithCuboid(cuboid),
            ShapeKind.Cuboid => shape.WithMask(ShapePool.DrawnCuboid, MaskOf(dataset, row, width, height)),
            _ => shape.WithMask(pool, MaskOf(dataset, row, width, height)),
        };
    }

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

    RleMask? MaskOf(Dataset dataset, int row, int width, int height)
    {
        if (dataset.Annotations.Flags[row].HasFlag(AnnotationFlags.HasMask))
            return dataset.ReadMask(row).Mask;
        polygon.Clear();
        return dataset.ReadPolygon(row, polygon)
            ? ShapePixels.OfPolygon(polygon, profile.CutsHoles, height, width)
            : RleMask.FromBox(dataset.Annotations.Boxes[row], height, width).Mask;
    }
}
