using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Building;

/// <summary>Collects geometry; each method returns what <see cref="AnnotationRow.Geometry"/> then refers to.</summary>
public sealed class GeometryPoolBuilder
{
    readonly ColumnBuilder<int> structure = new(int.MinValue);
    readonly ColumnBuilder<double> numbers = new(double.NegativeInfinity);
    readonly List<string> texts = [];

    /// <summary>Where each record's reference into <c>numbers</c> or <c>texts</c> stands, to be moved on appending.</summary>
    readonly List<(int At, bool IsText)> references = [];

    /// <summary>Rings, lines or points, from a buffer that stays the caller's.</summary>
    public int AddPolygon(PolygonBuffer polygon)
    {
        var shape = Begin(PooledShape.Polygon, numbers.Count);
        structure.Add(polygon.PartCount);
        for (var part = 0; part < polygon.PartCount; part++)
            structure.Add(2 * polygon.PartAt(part).Length + (polygon.IsHole(part) ? 1 : 0));
        foreach (var number in polygon.Coordinates)
            numbers.Add(number);
        return shape;
    }

    /// <summary>One ring, line or list of points, as x, y pairs.</summary>
    public int AddPolygon(ReadOnlySpan<double> coordinates)
    {
        var shape = Begin(PooledShape.Polygon, numbers.Count);
        structure.Add(1);
        structure.Add(2 * coordinates.Length);
        foreach (var number in coordinates)
            numbers.Add(number);
        return shape;
    }

    public int AddKeypoints(ReadOnlySpan<Keypoint> points)
    {
        var shape = Begin(PooledShape.Keypoints, numbers.Count);
        structure.Add(points.Length);
        foreach (var point in points)
        {
            numbers.Add(point.X);
            numbers.Add(point.Y);
            numbers.Add(point.Visibility);
        }
        return shape;
    }

    public int AddMask(RleMask mask) => AddMask(mask.Runs, mask.Height, mask.Width);

    /// <summary>Run lengths as a file holds them, right or wrong; reading the mask tells what is wrong with them.</summary>
    public int AddMask(ReadOnlySpan<uint> runs, int height, int width)
    {
        var shape = structure.Count;
        structure.Add((int)PooledShape.Mask);
        structure.Add(height);
        structure.Add(width);
        structure.Add(runs.Length);
        foreach (var run in runs)
            structure.Add(unchecked((int)run));
        return shape;
    }

    public int AddCuboid(OrientedCuboid cuboid)
    {
        var shape = Begin(PooledShape.Cuboid, numbers.Count);
        var turn = cuboid.Rotation;
        ReadOnlySpan<double> ten =
        [
            cuboid.CenterX,
            cuboid.CenterY,
            cuboid.CenterZ,
            cuboid.Length,
            cuboid.Width,
            cuboid.Height,
            turn.W,
            turn.X,
            turn.Y,
            turn.Z,
        ];
        foreach (var number in ten)
            numbers.Add(number);
        return shape;
    }

    public int AddText(string text)
    {
        var shape = Begin(PooledShape.Text, texts.Count);
        texts.Add(text);
        return shape;
    }

    /// <summary>Appends another pool, which stays as it is, and returns by how much its shapes moved.</summary>
    internal int Append(GeometryPoolBuilder other)
    {
        var moved = structure.Count;
        structure.AddRange(other.structure);
        foreach (var (at, isText) in other.references)
        {
            structure[moved + at] += isText ? texts.Count : numbers.Count;
            references.Add((moved + at, isText));
        }
        numbers.AddRange(other.numbers);
        texts.AddRange(other.texts);
        return moved;
    }

    internal bool IsEmpty => structure.Count == 0;

    internal void Clear()
    {
        structure.Clear();
        numbers.Clear();
        texts.Clear();
        references.Clear();
    }

    internal GeometryPool Build() => new(structure.BuildDense(), numbers.BuildDense(), [.. texts]);

    int Begin(PooledShape kind, int reference)
    {
        var shape = structure.Count;
        structure.Add((int)kind);
        references.Add((structure.Count, kind == PooledShape.Text));
        structure.Add(reference);
        return shape;
    }
}
