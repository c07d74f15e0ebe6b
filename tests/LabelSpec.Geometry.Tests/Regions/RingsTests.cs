using CsCheck;
using LabelSpec.TestSupport;

namespace LabelSpec.Geometry.Tests;

/// <summary>The short cuts that spare repairs and unions, against repairs and unions.</summary>
public class RingsTests
{
    // Wide steps make simple rings as common as crossing ones, narrow ones make rings touch.
    static readonly Gen<double[]> Ring = Gen.Int[0, 12]
        .Select(i => (double)i)
        .Array[6, 20]
        .Select(ring => ring[..(ring.Length & ~1)]);

    static readonly Gen<double[]> Star = Gen.Select(
            Gen.Double[0, 40],
            Gen.Double[0, 40],
            Gen.Double[2, 20].Array[3, 24]
        )
        .Select(
            (x, y, radii) =>
                radii
                    .SelectMany(
                        (radius, i) =>
                            new[]
                            {
                                x + radius * Math.Cos(2 * Math.PI * i / radii.Length),
                                y + radius * Math.Sin(2 * Math.PI * i / radii.Length),
                            }
                    )
                    .ToArray()
        );

    static readonly Gen<double[][]> Parts = Gen.OneOf(Ring.Array[1, 3], Star.Array[1, 4]);

    [Fact]
    public void Rings_that_are_proven_simple_are_valid_and_cover_the_sum_of_their_areas()
    {
        var proven = 0;
        Parts.Holds(
            parts =>
            {
                var (coordinates, ends) = Joined(parts);
                if (!SimpleRings.AreProven(coordinates, ends))
                    return;
                proven++;
                Assert.True(RegionBuilder.FromProven(coordinates, ends).IsValid);
                var united = RegionBuilder.Build(coordinates, ends, [])!;
                Assert.Equal(united.Area, new Rings(coordinates, ends, []).SumOfAreas, 1e-9 * (1 + united.Area));
            },
            iter: 4000
        );
        Assert.InRange(proven, 400, 3800);
    }

    [Fact]
    public void Areas_and_overlaps_are_those_of_repaired_geometries() =>
        Gen.Select(Parts, Parts)
            .Holds(
                (first, second) =>
                {
                    var (a, b) = (RegionOf(first), RegionOf(second));
                    var (p, q) = (Repaired(first), Repaired(second));
                    Assert.Equal(p.Area, a.Area, 1e-9 * (1 + p.Area));
                    var common = RegionOverlay.IntersectionArea(p, q);
                    Assert.Equal(common, a.IntersectionArea(b), 1e-6);
                    Assert.False(a.IoUAtMost(b) < a.IoU(b) - 1e-12);
                },
                iter: 1000
            );

    [Theory]
    [InlineData(new double[] { 0, 0, 4, 0, 4, 4, 0, 4 }, true)]
    [InlineData(new double[] { 0, 0, 4, 0, 4, 4, 0, 4, 0, 0 }, true)]
    [InlineData(new double[] { 0, 0, 4, 0, 4, 0, 4, 4, 0, 4 }, true)] // a vertex twice
    [InlineData(new double[] { 0, 0, 9, 0, 9, 9, 8, 9, 8, 1, 1, 1, 1, 9, 0, 9 }, true)] // not seen whole from anywhere
    [InlineData(new double[] { 0, 0, 4, 4, 4, 0, 0, 4 }, false)] // a bow tie
    [InlineData(new double[] { 0, 0, 4, 0, 9, 0, 4, 0, 4, 4, 0, 4 }, false)] // out and back
    [InlineData(new double[] { 0, 0, 8, 0, 8, 8, 4, 0, 0, 8 }, false)] // touches its own edge
    [InlineData(new double[] { 0, 0, 4, 0, 8, 0 }, false)] // no area
    [InlineData(new double[] { 0, 0, 4, 0 }, false)]
    public void A_ring_is_simple_when_it_meets_itself_nowhere(double[] ring, bool isSimple) =>
        Assert.Equal(isSimple, SimpleRings.AreProven(ring, [ring.Length]));

    [Fact]
    public void A_part_inside_another_one_is_no_sum_of_areas() =>
        Assert.False(SimpleRings.AreProven([0, 0, 9, 0, 9, 9, 0, 9, 2, 2, 4, 2, 4, 4], [8, 14]));

    static (double[] Coordinates, int[] Ends) Joined(double[][] parts)
    {
        double[] coordinates = [.. parts.SelectMany(part => part)];
        var end = 0;
        return (coordinates, [.. parts.Select(part => end += part.Length)]);
    }

    static Region RegionOf(double[][] parts)
    {
        var (coordinates, ends) = Joined(parts);
        return Region.FromOwnRings(coordinates, ends, []);
    }

    static NetTopologySuite.Geometries.Geometry Repaired(double[][] parts)
    {
        var (coordinates, ends) = Joined(parts);
        return RegionBuilder.Build(coordinates, ends, [])!;
    }
}
