using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;
using NetTopologySuite.Operation.Distance;

namespace LabelSpec.Geometry;

public static partial class Polyline
{
    // Above this product of vertex counts an index over the segments pays.
    const int SmallProduct = 4096;

    /// <summary>
    /// Distance between the nearest points of two lines in pixels; 0 where they touch or cross. NaN for a line without
    /// vertices or with coordinates that are not finite.
    /// </summary>
    public static double DistanceBetween(ReadOnlySpan<double> line, ReadOnlySpan<double> other)
    {
        if (line.Length < 2 || other.Length < 2 || !Ring.IsFinite(line) || !Ring.IsFinite(other))
            return double.NaN;
        if (line.Length < 4)
            return DistanceTo(other, new(line[0], line[1]));
        if (other.Length < 4)
            return DistanceTo(line, new(other[0], other[1]));
        return (long)line.Length * other.Length <= 4 * SmallProduct
            ? DistanceOfAllSegments(line, other)
            : IndexedFacetDistance.Distance(LineOf(line), LineOf(other));
    }

    static double DistanceOfAllSegments(ReadOnlySpan<double> line, ReadOnlySpan<double> other)
    {
        var nearest = double.PositiveInfinity;
        for (var i = 3; i < line.Length; i += 2)
        for (var j = 3; j < other.Length; j += 2)
            nearest = Math.Min(
                nearest,
                Segment.DistanceBetween(
                    new(line[i - 3], line[i - 2]),
                    new(line[i - 1], line[i]),
                    new(other[j - 3], other[j - 2]),
                    new(other[j - 1], other[j])
                )
            );
        return nearest;
    }

    internal static LineString LineOf(ReadOnlySpan<double> line) =>
        RegionBuilder.Factory.CreateLineString(
            PackedCoordinateSequenceFactory.DoubleFactory.Create(line[..(line.Length / 2 * 2)].ToArray(), 2, 0)
        );
}
