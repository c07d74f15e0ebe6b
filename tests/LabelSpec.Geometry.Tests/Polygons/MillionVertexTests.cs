namespace LabelSpec.Geometry.Tests;

/// <summary>A hostile polygon costs time in proportion to its vertices, whatever is asked of it.</summary>
public class MillionVertexTests
{
    const int Vertices = 1_000_000;

    [Fact]
    public void A_scribble_of_a_million_vertices_gets_an_answer_to_everything()
    {
        var random = new Random(3);
        var ring = new double[2 * Vertices];
        for (var i = 0; i < ring.Length; i++)
            ring[i] = Math.Round(random.NextDouble() * 1000, 2);

        Assert.NotEqual(0, Ring.SignedArea(ring));
        Assert.InRange(Ring.Centroid(ring).X, double.MinValue, double.MaxValue);
        Assert.Equal(0, Ring.Bounds(ring).Left, .1);
        Assert.InRange(Ring.DistinctVertices(ring), Vertices * 9 / 10, Vertices);
        Assert.False(Ring.IsConvex(ring));
        _ = Ring.Contains(ring, new(500, 500));
        Assert.Equal(SelfIntersectionKind.Crossing, Ring.FindSelfIntersection(ring)?.Kind);
        List<RingDefect> defects = [];
        Ring.FindDefects(ring, defects);
        // It crosses itself too often for an overlay; drawn, it needs too many runs.
        Assert.False(Region.FromRing(ring).IsMeasurable);
        Assert.Equal(RleProblemKind.TooComplex, RleMask.FromPolygon(ring, 1000, 1000).Problem.Kind);
        Assert.True(RleMask.FromPolygon(ring, 100, 30).HasMask);
    }

    [Fact]
    public void A_million_equal_vertices_are_one()
    {
        var ring = new double[2 * Vertices];
        Array.Fill(ring, 7);
        List<RingDefect> defects = [];
        Ring.FindDefects(ring, defects);
        Assert.Equal(Vertices - 2, defects.Count);
        Assert.Equal(1, Ring.DistinctVertices(ring));
        Assert.Null(Ring.FindSelfIntersection(ring));
        Assert.Equal(0, Region.FromRing(ring).Area);
    }
}
