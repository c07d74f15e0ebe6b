using CsCheck;
using LabelSpec.TestSupport;
using NetTopologySuite.Geometries;

namespace LabelSpec.Geometry.Tests;

public class ConvexClipTests
{
    static readonly Gen<Coordinate[]> Hulls = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12], (x, y) => new Coordinate(x, y))
        .Array[3, 12]
        .Select(points =>
            new MultiPoint([.. points.Select(p => new NetTopologySuite.Geometries.Point(p))]).ConvexHull()
        )
        .Where(hull => hull is Polygon)
        .Select(hull => hull.Coordinates);

    [Fact]
    public void The_common_area_of_convex_rings_is_that_of_the_general_overlay() =>
        Gen.Select(Hulls, Hulls, Gen.Bool, Gen.Bool)
            .Holds(
                (a, b, turnA, turnB) =>
                {
                    var expected = new Polygon(new LinearRing(a)).Intersection(new Polygon(new LinearRing(b))).Area;
                    Assert.Equal(expected, ConvexClip.IntersectionArea(Flat(a, turnA), Flat(b, turnB)), 1e-9);
                }
            );

    static double[] Flat(Coordinate[] ring, bool turned)
    {
        var open = ring.SkipLast(1);
        return [.. (turned ? open.Reverse() : open).SelectMany(c => new[] { c.X, c.Y })];
    }
}
