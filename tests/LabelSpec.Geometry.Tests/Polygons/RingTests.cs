using CsCheck;
using LabelSpec.TestSupport;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace LabelSpec.Geometry.Tests;

public class RingTests
{
    static readonly double[] Square = [10, 10, 20, 10, 20, 20, 10, 20];

    static readonly Gen<double[]> GridRings = Gen.Int[0, 6].Select(i => (double)i).Array[6, 20];

    [Fact]
    public void Clockwise_on_the_screen_is_positive()
    {
        Assert.Equal(100, Ring.SignedArea(Square));
        Assert.Equal(Winding.Clockwise, Ring.WindingOf(Square));
        Assert.Equal(Winding.CounterClockwise, Ring.WindingOf([10, 10, 10, 20, 20, 20, 20, 10]));
        Assert.Equal(Winding.None, Ring.WindingOf([0, 0, 10, 10, 10, 0, 0, 10]));
    }

    [Fact]
    public void Measures_of_a_square_do_not_depend_on_the_closing_vertex()
    {
        double[] closed = [.. Square, 10, 10];
        foreach (var ring in new[] { Square, closed })
        {
            Assert.Equal(100, Ring.Area(ring));
            Assert.Equal(40, Ring.Perimeter(ring));
            Assert.Equal(new(15, 15), Ring.Centroid(ring));
            Assert.Equal(new(10, 10, 10, 10), Ring.Bounds(ring));
            Assert.Equal(4, Ring.DistinctVertices(ring));
            Assert.True(Ring.IsConvex(ring));
        }

        Assert.False(Ring.IsClosed(Square));
        Assert.True(Ring.IsClosed(closed));
    }

    [Fact]
    public void Area_and_centroid_of_an_L_shape()
    {
        // A 2 by 1 foot under a 1 by 2 stem.
        double[] ring = [0, 0, 1, 0, 1, 2, 3, 2, 3, 3, 0, 3];
        Assert.Equal(5, Ring.Area(ring));
        Assert.Equal(.5 * 3 / 5 + 2.0 * 2 / 5, Ring.Centroid(ring).X, 1e-12);
        Assert.Equal(1.5 * 3 / 5 + 2.5 * 2 / 5, Ring.Centroid(ring).Y, 1e-12);
        Assert.False(Ring.IsConvex(ring));
    }

    [Fact]
    public void Area_keeps_its_digits_far_from_the_origin() =>
        Assert.Equal(1, Ring.SignedArea([1e9, 1e9, 1e9 + 1, 1e9, 1e9 + 1, 1e9 + 1, 1e9, 1e9 + 1]));

    [Fact]
    public void Points_are_located_as_by_the_reference_library() =>
        Gen.Select(GridRings, Gen.Int[-1, 14], Gen.Int[-1, 14])
            .Holds(
                (ring, x, y) =>
                {
                    var at = new Point(x / 2.0, y / 2.0);
                    var expected = PointLocation.LocateInRing(new(at.X, at.Y), Closed(ring)) != Location.Exterior;
                    Assert.Equal(expected, Ring.Contains(ring, at));
                }
            );

    [Fact]
    public void A_ring_is_convex_when_it_is_valid_and_fills_its_hull() =>
        GridRings.Holds(ring =>
        {
            var polygon = new Polygon(new LinearRing(Closed(ring)));
            var isConvex = polygon.IsValid && polygon.Area > 0 && polygon.Area == polygon.ConvexHull().Area;
            Assert.Equal(isConvex, Ring.IsConvex(ring));
        });

    [Fact]
    public void A_pentagram_is_not_convex_though_it_turns_one_way() =>
        Assert.False(
            Ring.IsConvex([
                .. Enumerable
                    .Range(0, 5)
                    .SelectMany(i => new[] { Math.Cos(i * 4 * Math.PI / 5), Math.Sin(i * 4 * Math.PI / 5) }),
            ])
        );

    [Fact]
    public void Distinct_vertices_are_counted_as_a_set() =>
        GridRings.Holds(ring =>
            Assert.Equal(
                Enumerable.Range(0, ring.Length / 2).Select(i => (ring[2 * i], ring[2 * i + 1])).Distinct().Count(),
                Ring.DistinctVertices(ring)
            )
        );

    [Theory]
    [InlineData("0 0 5 0 5 0 5 5 0 5", "Duplicate 2")]
    [InlineData("0 0 5 0 5 5 0 5 0 0", "")]
    [InlineData("0 0 5 0 5 5 0 5 0 0 0 0", "Duplicate 5")]
    [InlineData("0 0 2 0 5 0 5 5 0 5", "Collinear 1")]
    [InlineData("0 0 5 0 5 5 5 9 5 5 0 5", "Collinear 2, Spike 3")]
    [InlineData("0 0 5 0 9 0 5 0 5 5 0 5", "Collinear 1, Spike 2")]
    [InlineData("3 3 3 3 3 3", "Duplicate 2")]
    [InlineData("1 1", "")]
    [InlineData("", "")]
    public void Vertices_that_should_not_be_there_are_named(string vertices, string expected)
    {
        List<RingDefect> defects = [];
        Ring.FindDefects(Parse(vertices), defects);
        Assert.Equal(expected, string.Join(", ", defects.Select(d => $"{d.Kind} {d.Vertex}")));
    }

    [Fact]
    public void A_tolerance_finds_nearly_straight_and_nearly_folded_vertices()
    {
        double[] ring = [0, 0, 50, .05, 100, 0, 100, 50, 100.1, 90, 99.95, 50, 0, 50];
        List<RingDefect> defects = [];
        Ring.FindDefects(ring, defects, tolerance: .2);
        Assert.Equal(
            [new(RingDefectKind.Collinear, 1), new(RingDefectKind.Spike, 4)],
            defects.Where(d => d.Vertex is 1 or 4)
        );
        defects.Clear();
        Ring.FindDefects(ring, defects);
        Assert.Empty(defects);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e308)]
    [InlineData(-1e308)]
    public void Odd_numbers_give_answers_not_exceptions(double odd)
    {
        double[][] rings =
        [
            [],
            [odd],
            [odd, odd],
            [odd, 1, 2],
            [odd, 0, 1, 1, 2, odd],
            [0, 0, odd, 0, odd, odd, 0, odd],
        ];
        foreach (var ring in rings)
        {
            _ = (Ring.SignedArea(ring), Ring.Perimeter(ring), Ring.Centroid(ring), Ring.Bounds(ring));
            _ = (Ring.Contains(ring, new(odd, 1)), Ring.Contains(ring, new(0, 0)), Ring.IsConvex(ring));
            _ = (Ring.IsClosed(ring), Ring.DistinctVertices(ring), Ring.FindSelfIntersection(ring));
            Ring.FindDefects(ring, new List<RingDefect>());
            Ring.FindDefects(ring, new List<RingDefect>(), 1);
        }
    }

    internal static double[] Parse(string numbers) =>
        [.. numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(double.Parse)];

    internal static Coordinate[] Closed(double[] ring)
    {
        var vertices = Enumerable
            .Range(0, ring.Length / 2)
            .Select(i => new Coordinate(ring[2 * i], ring[2 * i + 1]))
            .ToList();
        vertices.Add(vertices[0]);
        return [.. vertices];
    }

    /// <summary>Between two vertices beyond all bounds there is no difference that would have a sign.</summary>
    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    [InlineData(1e308)]
    public void Vertices_beyond_all_bounds_are_taken(double far) =>
        Assert.False(Ring.IsConvex([far, 0, far, 1, -far, 1, -far, 0, 0, far]));
}
