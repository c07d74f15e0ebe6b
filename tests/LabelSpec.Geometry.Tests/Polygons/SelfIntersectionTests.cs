using CsCheck;
using LabelSpec.TestSupport;
using NetTopologySuite.Geometries;

namespace LabelSpec.Geometry.Tests;

public class SelfIntersectionTests
{
    [Theory]
    [InlineData("0 0 4 4 4 0 0 4", SelfIntersectionKind.Crossing, 0, 2, 2, 2)] // bow tie
    [InlineData("0 0 4 4 4 4 4 0 0 4", SelfIntersectionKind.Crossing, 0, 3, 2, 2)] // with a repeated vertex
    [InlineData("0 0 8 0 8 8 4 0 0 8", SelfIntersectionKind.Touch, 0, 2, 4, 0)]
    [InlineData("0 0 4 0 4 4 8 4 8 8 4 8 4 4 0 4", SelfIntersectionKind.Touch, 1, 5, 4, 4)] // two squares at a corner
    [InlineData("0 0 4 4 8 0 8 8 4 4 0 8", SelfIntersectionKind.Touch, 0, 3, 4, 4)]
    [InlineData("0 0 8 0 8 8 8 2 8 9 0 9", SelfIntersectionKind.Overlap, 1, 2, 8, 8)] // spike
    // A frame whose hole is reached by a bridge, as exporters write holes.
    [InlineData("0 0 9 0 9 9 0 9 0 0 3 3 3 6 6 6 6 3 3 3", SelfIntersectionKind.Overlap, 4, 9, 0, 0)]
    public void The_gravest_intersection_is_reported(
        string ring,
        SelfIntersectionKind kind,
        int first,
        int second,
        double x,
        double y
    ) =>
        Assert.Equal(
            new SelfIntersection(kind, first, second, new(x, y)),
            Ring.FindSelfIntersection(RingTests.Parse(ring))
        );

    [Fact]
    public void A_boundary_that_passes_through_itself_at_a_vertex_crosses()
    {
        // Both paths have a vertex at 4, 4 and each leaves on the other side.
        var found = Ring.FindSelfIntersection(RingTests.Parse("0 0 4 4 8 8 8 0 4 4 0 8"));
        Assert.Equal(SelfIntersectionKind.Crossing, found?.Kind);
        Assert.Equal(new Point(4, 4), found?.At);
    }

    // Few places and many vertices: every degenerate meeting occurs.
    [Fact]
    public void Rings_on_a_small_grid_are_simple_exactly_when_the_reference_library_says_so() =>
        Gen.Int[0, 5]
            .Select(i => (double)i)
            .Array[6, 18]
            .Where(ring => Ring.DistinctVertices(ring.AsSpan(0, ring.Length / 2 * 2)) > 2)
            .Holds(
                ring =>
                    Assert.Equal(
                        new LinearRing(WithoutRepetitions(ring)).IsSimple,
                        Ring.FindSelfIntersection(ring) is null
                    ),
                iter: 3000
            );

    [Theory]
    [InlineData(12)]
    [InlineData(300)]
    [InlineData(100_000)]
    public void The_sweep_finds_what_trying_all_pairs_finds(int size) =>
        Gen.Int[0, size]
            .Select(i => (double)i)
            .Array[98, 160]
            .Holds(ring => Assert.Equal(GravestOfAllPairs(ring), Ring.FindSelfIntersection(ring)?.Kind), iter: 300);

    [Fact]
    public void The_sweep_finds_a_single_fault_in_a_large_ring() =>
        Gen.Select(Gen.Int[100, 400], Gen.Int[0, 10_000], Gen.Bool)
            .Holds(
                (teeth, where, isFaulty) =>
                {
                    var ring = Comb(teeth);
                    var tooth = where % (teeth - 1);
                    // One tooth's tip is bent through its neighbour.
                    if (isFaulty)
                        ring[4 * tooth + 2] += 3;
                    Assert.Equal(GravestOfAllPairs(ring), Ring.FindSelfIntersection(ring)?.Kind);
                    Assert.Equal(isFaulty, Ring.FindSelfIntersection(ring) is not null);
                },
                iter: 100
            );

    [Fact]
    public void A_comb_of_two_hundred_thousand_vertices_is_judged_without_comparing_all_its_edges()
    {
        // All teeth are as high as the comb: their boxes lie in each other's way.
        Assert.Null(Ring.FindSelfIntersection(Comb(99_999)));
    }

    // The reference library takes a repeated vertex for an intersection.
    static Coordinate[] WithoutRepetitions(double[] ring) =>
        CoordinateArrays.RemoveRepeatedPoints(RingTests.Closed(ring));

    // A saw with slanted teeth above a base line.
    static double[] Comb(int teeth)
    {
        List<double> ring = [];
        for (var i = 0; i < teeth; i++)
            ring.AddRange([2 * i, 100, 2 * i + 9, 0]);
        ring.AddRange([2 * teeth, 100, 2 * teeth, 200, 0, 200]);
        return [.. ring];
    }

    static SelfIntersectionKind? GravestOfAllPairs(double[] ring)
    {
        var edges = new RingEdges(ring);
        SelfIntersectionKind? gravest = null;
        for (var i = 0; i < edges.Count; i++)
        for (var j = i + 1; j < edges.Count; j++)
            if (edges.Meeting(i, j) is { } meeting && !(gravest >= meeting.Kind))
                gravest = meeting.Kind;
        return gravest;
    }
}
