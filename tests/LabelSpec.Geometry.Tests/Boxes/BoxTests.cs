using CsCheck;
using LabelSpec.TestSupport;

namespace LabelSpec.Geometry.Tests;

public class BoxTests
{
    static readonly Gen<Box> Boxes = Gen.Select(
        Gen.Double[-50, 50],
        Gen.Double[-50, 50],
        Gen.Double[0.01, 60],
        Gen.Double[0.01, 60],
        (x, y, w, h) => new Box(x, y, w, h)
    );

    static readonly double[] OddNumbers =
    [
        0,
        -0.0,
        1,
        double.NaN,
        double.PositiveInfinity,
        double.NegativeInfinity,
        1e308,
        -1e308,
        5e-324,
    ];

    // Any number that a file can hold, the odd ones often.
    static readonly Gen<double> Anything = Gen.Frequency(
        (3, Gen.Double),
        (1, Gen.Int[0, 8].Select(i => OddNumbers[i]))
    );

    [Theory]
    [InlineData(0, 0, 10, 10, 5, 0, 10, 10, 1.0 / 3)]
    [InlineData(0, 0, 10, 10, 0, 0, 10, 10, 1)]
    [InlineData(0, 0, 10, 10, 10, 0, 10, 10, 0)] // shared edge
    [InlineData(0, 0, 10, 10, 10, 10, 1, 1, 0)] // shared corner
    [InlineData(0, 0, 10, 10, 2, 2, 5, 5, .25)]
    [InlineData(0, 0, 0, 10, 0, 0, 10, 10, 0)]
    [InlineData(0, 0, -10, 10, -20, 0, 30, 10, 0)]
    [InlineData(0, 0, 1e308, 1e308, 0, 0, 1e308, 5e307, .5)]
    [InlineData(double.NaN, 0, 10, 10, 0, 0, 10, 10, 0)]
    [InlineData(0, 0, double.PositiveInfinity, 10, 0, 0, 10, 10, 0)]
    public void IoU_is_that_of_coco(
        double x,
        double y,
        double w,
        double h,
        double x2,
        double y2,
        double w2,
        double h2,
        double expected
    )
    {
        Assert.Equal(expected, new Box(x, y, w, h).IoU(new(x2, y2, w2, h2)), 1e-15);
        Assert.Equal(expected, new Box(x2, y2, w2, h2).IoU(new(x, y, w, h)), 1e-15);
    }

    [Fact]
    public void Overlap_with_a_crowd_is_the_share_of_the_own_area()
    {
        var detection = new Box(0, 0, 10, 10);
        var crowd = new Box(5, 0, 100, 100);
        Assert.Equal(.5, detection.CrowdIoU(crowd));
        Assert.Equal(50.0 / 10_000, crowd.CrowdIoU(detection));
    }

    [Fact]
    public void IoU_is_symmetric_between_0_and_1_and_1_only_with_itself() =>
        Gen.Select(Boxes, Boxes)
            .Holds(
                (a, b) =>
                {
                    Assert.Equal(a.IoU(b), b.IoU(a));
                    Assert.InRange(a.IoU(b), 0, 1);
                    Assert.Equal(1, a.IoU(a), 1e-12);
                    Assert.Equal(a.IntersectionArea(b), a.Intersect(b).Area, 1e-9);
                    // A distance of a few rounding errors decides nothing; beyond them the two must agree.
                    if (a.DistanceTo(b) > 1e-6)
                        Assert.Equal(0, a.Grow(1e-9).IntersectionArea(b.Grow(1e-9)));
                    else if (a.DistanceTo(b) == 0)
                        Assert.True(a.Grow(1e-9).IntersectionArea(b.Grow(1e-9)) > 0);
                }
            );

    [Fact]
    public void No_numbers_make_a_box_that_throws_or_an_overlap_outside_0_to_1() =>
        Anything
            .Array[8]
            .Holds(n =>
            {
                Box a = new(n[0], n[1], n[2], n[3]),
                    b = new(n[4], n[5], n[6], n[7]);
                Assert.InRange(a.IoU(b), 0, 1 + 1e-9);
                Assert.InRange(a.ShareInside(b), 0, 1 + 1e-9);
                Assert.False(double.IsNaN(a.IntersectionArea(b)));
                _ = (a.Intersect(b), a.Union(b), a.ClampTo(b), a.DistanceTo(b), a.EdgesTouched(b, 2), a.Overhang(b));
            });

    [Theory]
    [InlineData(20, 0, 5, 5, 10)]
    [InlineData(13, 14, 5, 5, 5)]
    [InlineData(10, 3, 5, 5, 0)]
    [InlineData(2, 2, 1, 1, 0)]
    [InlineData(-8, -11, 5, 5, 6.708203932499369)]
    public void Distance_is_the_width_of_the_gap(double x, double y, double w, double h, double expected)
    {
        Assert.Equal(expected, new Box(0, 0, 10, 10).DistanceTo(new Box(x, y, w, h)), 1e-12);
        Assert.Equal(expected, new Box(x, y, w, h).DistanceTo(new Box(0, 0, 10, 10)), 1e-12);
    }

    [Theory]
    [InlineData(0, 5, 5, 5, 0, FrameEdges.Left)]
    [InlineData(1.5, 5, 5, 5, 0, FrameEdges.None)]
    [InlineData(1.5, 5, 5, 5, 2, FrameEdges.Left)]
    [InlineData(-3, -3, 200, 200, 0, FrameEdges.Left | FrameEdges.Top | FrameEdges.Right | FrameEdges.Bottom)]
    [InlineData(50, 60, 50, 20, 0, FrameEdges.Right | FrameEdges.Bottom)]
    public void Edges_of_the_frame_are_touched_within_the_margin(
        double x,
        double y,
        double w,
        double h,
        double margin,
        FrameEdges expected
    ) => Assert.Equal(expected, new Box(x, y, w, h).EdgesTouched(new(0, 0, 100, 80), margin));

    [Fact]
    public void Clamping_keeps_the_part_inside_the_frame()
    {
        var frame = new Box(0, 0, 100, 80);
        Assert.Equal(new(0, 10, 5, 70), new Box(-5, 10, 10, 500).ClampTo(frame));
        Assert.Equal(new(100, 0, 0, 0), new Box(150, -20, 10, 5).ClampTo(frame));
        Assert.True(new Box(150, -20, 10, 5).IsOutside(frame));
        Assert.Equal(60, new Box(150, -20, 10, 5).Overhang(frame));
        Assert.Equal(0, new Box(1, 1, 10, 5).Overhang(frame));
    }
}
