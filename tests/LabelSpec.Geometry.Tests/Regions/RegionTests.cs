using CsCheck;
using LabelSpec.TestSupport;

namespace LabelSpec.Geometry.Tests;

public class RegionTests
{
    static readonly Gen<double[]> GridRings = Gen.Int[0, 16].Select(i => (double)i).Array[6, 16];

    [Fact]
    public void What_bounds_and_areas_allow_is_never_less_than_what_is_there() =>
        Gen.Select(GridRings, GridRings)
            .Holds(
                (a, b) =>
                {
                    // Rings are pairs of numbers.
                    var (first, second) = (
                        Region.FromRing(a.AsSpan(0, a.Length & ~1)),
                        Region.FromRing(b.AsSpan(0, b.Length & ~1))
                    );
                    Assert.False(first.IoUAtMost(second) < first.IoU(second) - 1e-12);
                    Assert.False(first.ShareInsideAtMost(second) < first.ShareInside(second) - 1e-12);
                },
                iter: 2000
            );

    [Fact]
    public void A_bow_tie_covers_both_of_its_lobes()
    {
        var tie = Region.FromRing([0, 0, 4, 4, 4, 0, 0, 4]);
        Assert.Equal(8, tie.Area, 1e-9);
        Assert.Equal(.5, tie.ShareInside(Region.FromBox(new(0, 0, 2, 4))), 1e-9);
    }

    [Fact]
    public void A_part_that_the_boundary_winds_around_twice_counts_once()
    {
        // Twice around the same square.
        var region = Region.FromRing([0, 0, 4, 0, 4, 4, 0, 4, 0, 0, 4, 0, 4, 4, 0, 4]);
        Assert.Equal(16, region.Area, 1e-9);
        Assert.True(region.Contains(new(1, 1)));
    }

    [Fact]
    public void Parts_are_united_and_holes_are_cut_out_of_their_part()
    {
        double[] coordinates =
        [
            .. Corners(0, 0, 10),
            .. Corners(2, 2, 4), // hole of the first part
            .. Corners(5, 5, 10), // overlaps the first part by 25, of which 1 is in the hole
            .. Corners(30, 30, 1), // hole that lies outside: cuts nothing
        ];
        var region = Region.FromRings(coordinates, [8, 16, 24, 32], [false, true, false, true]);
        Assert.Equal(100 - 16 + 100 - 25 + 1, region.Area, 1e-9);
        Assert.False(region.Contains(new(3, 3)));
        Assert.True(region.Contains(new(5.5, 5.5)));
        Assert.False(region.Contains(new(30.5, 30.5)));
        Assert.Equal(1, region.DistanceTo(new Point(3, 3)), 1e-9);
    }

    [Fact]
    public void IoU_is_that_of_counted_cells()
    {
        // All edges run along the grid, so that cells are covered wholly or not at all.
        Gen.Select(Staircases, Staircases)
            .Holds(
                (a, b) =>
                {
                    Region p = Region.FromRing(a),
                        q = Region.FromRing(b);
                    int both = 0,
                        either = 0;
                    for (var y = 0; y < 30; y++)
                    for (var x = 0; x < 30; x++)
                    {
                        var (inA, inB) = (Ring.Contains(a, new(x + .5, y + .5)), Ring.Contains(b, new(x + .5, y + .5)));
                        both += inA && inB ? 1 : 0;
                        either += inA || inB ? 1 : 0;
                    }

                    Assert.Equal(both, p.IntersectionArea(q), 1e-9);
                    Assert.Equal(both / (double)either, p.IoU(q), 1e-9);
                    Assert.Equal(p.IoU(q), q.IoU(p), 1e-12);
                    Assert.Equal(1, p.IoU(p), 1e-12);
                },
                iter: 60
            );
    }

    [Fact]
    public void Any_rings_give_overlaps_between_0_and_1() =>
        Gen.Select(GridRings, GridRings)
            .Holds(
                (a, b) =>
                {
                    Region p = Region.FromRing(a),
                        q = Region.FromRing(b);
                    Assert.InRange(p.IoU(q), 0, 1);
                    Assert.InRange(p.ShareInside(q), 0, 1);
                    Assert.Equal(p.IoU(q), q.IoU(p), 1e-9);
                    Assert.Equal(p.Area + q.Area, p.UnionArea(q) + p.IntersectionArea(q), 1e-9);
                }
            );

    [Fact]
    public void Boxes_are_compared_as_boxes()
    {
        Box a = new(.1, .2, .3, .4),
            b = new(.15, .25, .3, .4);
        Assert.Equal(a.IoU(b), Region.FromBox(a).IoU(Region.FromBox(b)));
        Assert.Equal(a.IoU(b), Region.FromBox(a).IoU(Region.FromRotatedBox(RotatedBox.FromBox(b, 180))), 1e-12);
        Assert.Equal(5, Region.FromBox(new(0, 0, 1, 1)).DistanceTo(Region.FromBox(new(4, 5, 1, 1))));
    }

    [Fact]
    public void Distance_is_that_of_the_nearest_points()
    {
        var ring = Region.FromRings([.. Corners(0, 0, 20), .. Corners(5, 5, 10)], [8, 16], [false, true]);
        // In the hole, two from its edge.
        Assert.Equal(2, ring.DistanceTo(Region.FromEllipse(new(10, 10, 3, 3, 0))), .01);
        Assert.Equal(0, ring.DistanceTo(Region.FromBox(new(4, 4, 2, 2))));
        Assert.Equal(Math.Sqrt(2), ring.DistanceTo(Region.FromRing([21, 21, 30, 21, 30, 30])), 1e-12);
        Assert.Equal(0, ring.DistanceTo(new Point(1, 1)));
        Assert.Equal(3, Region.FromBox(new(0, 0, 1, 1)).DistanceTo(new Point(4, 1)));
    }

    [Fact]
    public void Distance_of_a_line_is_zero_inside_and_on_the_boundary()
    {
        var square = Region.FromBox(new(0, 0, 10, 10));
        Assert.Equal(0, square.DistanceToLine([4, 4, 5, 5]));
        Assert.Equal(0, square.DistanceToLine([-5, 5, 15, 5]));
        Assert.Equal(2, square.DistanceToLine([12, -20, 12, 20]));
        Assert.Equal(3, square.DistanceToLine([5, 13]));
        Assert.Equal(double.NaN, square.DistanceToLine([]));
        Assert.Equal(double.NaN, square.DistanceToLine([1, double.NaN, 2, 3]));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e308)]
    [InlineData(2e12)]
    public void What_cannot_be_measured_is_nan(double odd)
    {
        var square = Region.FromBox(new(0, 0, 10, 10));
        Region[] regions =
        [
            Region.FromRing([0, 0, odd, 0, 5, 5]),
            Region.FromBox(new(0, 0, odd, 10)),
            Region.FromEllipse(new(0, 0, odd, 10, 5)),
            Region.FromRotatedBox(new(0, odd, 10, 10, 5)),
            Region.FromRings([0, 0, odd, 0, 5, 5], [6], []),
        ];
        foreach (var region in regions)
        {
            Assert.False(region.IsMeasurable);
            Assert.Equal(double.NaN, region.IoU(square));
            Assert.Equal(double.NaN, square.IoU(region));
            Assert.Equal(double.NaN, square.IntersectionArea(region));
            Assert.Equal(double.NaN, square.DistanceTo(region));
            Assert.False(region.Contains(new(1, 1)));
        }
    }

    [Fact]
    public void Shapes_without_area_overlap_nothing()
    {
        var square = Region.FromBox(new(0, 0, 10, 10));
        Region[] regions =
        [
            Region.FromRing([1, 1, 5, 5]),
            Region.FromRing([1, 1, 5, 5, 9, 9]),
            Region.FromRing([3, 3, 3, 3, 3, 3, 3, 3]),
            Region.FromBox(new(2, 2, 0, 5)),
            Region.FromBox(new(2, 2, -1, 5)),
            Region.FromRotatedBox(new(2, 2, 0, 5, 30)),
        ];
        foreach (var region in regions)
        {
            Assert.Equal(0, region.Area);
            Assert.Equal(0, square.IoU(region));
            Assert.Equal(0, region.IoU(region));
        }

        Assert.False(Region.FromRing([]).IsMeasurable);
    }

    [Fact]
    public void Shapes_that_cross_too_often_are_refused_instead_of_computed()
    {
        Region across = Region.FromRing(Hatch(4_000, upright: false)),
            down = Region.FromRing(Hatch(4_000, upright: true));
        Assert.True(across.IsMeasurable && down.IsMeasurable);
        Assert.Equal(double.NaN, across.IoU(down));

        var random = new Random(1);
        var scribble = Enumerable.Range(0, 200_000).Select(_ => random.NextDouble() * 1000).ToArray();
        Assert.False(Region.FromRing(scribble).IsMeasurable);
    }

    [Fact]
    public void A_polygon_of_many_vertices_is_measured()
    {
        const int vertices = 100_000;
        var ring = new double[2 * vertices];
        for (var i = 0; i < vertices; i++)
        {
            var radius = 1000 + 10 * Math.Sin(i * .7);
            (ring[2 * i + 1], ring[2 * i]) = Math.SinCos(2 * Math.PI * i / vertices);
            ring[2 * i] *= radius;
            ring[2 * i + 1] *= radius;
        }

        var region = Region.FromRing(ring);
        Assert.Equal(Ring.Area(ring), region.Area, 1e-3);
        Assert.Equal(.5, region.ShareInside(Region.FromBox(new(0, -2000, 2000, 4000))), 1e-4);
    }

    // The outline of a staircase: steps to the right and down, then straight back.
    static Gen<double[]> Staircases =>
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 8], Gen.Int[1, 4].Array[2, 10])
            .Select(
                (left, top, steps) =>
                {
                    List<double> ring = [left, top];
                    double x = left,
                        y = top;
                    for (var i = 0; i + 1 < steps.Length; i += 2)
                    {
                        x += steps[i];
                        ring.AddRange([x, y]);
                        y += steps[i + 1];
                        ring.AddRange([x, y]);
                    }

                    ring.AddRange([left, y]);
                    return ring.ToArray();
                }
            );

    static double[] Corners(double left, double top, double size) =>
        [left, top, left + size, top, left + size, top + size, left, top + size];

    static double[] Hatch(int teeth, bool upright)
    {
        List<double> ring = [];
        for (var i = 0; i < teeth; i++)
            ring.AddRange(upright ? [2 * i, 8_000, 2 * i + 1, 0] : [8_000, 2 * i, 0, 2 * i + 1]);
        ring.AddRange(upright ? [2 * teeth, 9_000, 0, 9_000] : [9_000, 2 * teeth, 9_000, 0]);
        return [.. ring];
    }
}
