using CsCheck;
using LabelSpec.TestSupport;
using NetTopologySuite.Geometries;

namespace LabelSpec.Geometry.Tests;

public class RotatedBoxTests
{
    static readonly Gen<RotatedBox> Boxes = Gen.Select(
        Gen.Double[-20, 20],
        Gen.Double[-20, 20],
        Gen.Double[0.1, 30],
        Gen.Double[0.1, 30],
        Gen.Double[-720, 720],
        (x, y, w, h, angle) => new RotatedBox(x, y, w, h, angle)
    );

    [Fact]
    public void Corners_run_clockwise_on_the_screen_from_the_unturned_top_left()
    {
        Assert.Equal([1, 2, 5, 2, 5, 4, 1, 4], new RotatedBox(3, 3, 4, 2, 0).Corners());
        // Turned clockwise by a right angle, the top-left corner comes to the top right.
        Assert.Equal([4, 1, 4, 5, 2, 5, 2, 1], new RotatedBox(3, 3, 4, 2, 90).Corners());
    }

    [Fact]
    public void A_square_and_itself_turned_by_45_degrees_share_a_regular_octagon()
    {
        var octagon = 8 * (Math.Sqrt(2) - 1);
        var iou = new RotatedBox(100, 200, 2, 2, 0).IoU(new(100, 200, 2, 2, 45));
        Assert.Equal(octagon / (8 - octagon), iou, 1e-12);
    }

    [Fact]
    public void Turning_a_box_by_a_right_angle_exchanges_width_and_height() =>
        Boxes.Holds(box =>
            Assert.Equal(1, box.IoU(new(box.CenterX, box.CenterY, box.Height, box.Width, box.AngleDegrees + 90)), 1e-9)
        );

    [Fact]
    public void IoU_is_that_of_the_general_overlay() =>
        Gen.Select(Boxes, Boxes)
            .Holds(
                (a, b) =>
                {
                    var (p, q) = (Polygon(a), Polygon(b));
                    Assert.Equal(p.Intersection(q).Area / p.Union(q).Area, a.IoU(b), 1e-9);
                    Assert.Equal(a.IoU(b), b.IoU(a), 1e-9);
                }
            );

    [Fact]
    public void Bounds_are_tight_around_the_corners() =>
        Boxes.Holds(box =>
        {
            var expected = Ring.Bounds(box.Corners());
            Assert.Equal(expected.Left, box.Bounds.Left, 1e-9);
            Assert.Equal(expected.Top, box.Bounds.Top, 1e-9);
            Assert.Equal(expected.Right, box.Bounds.Right, 1e-9);
            Assert.Equal(expected.Bottom, box.Bounds.Bottom, 1e-9);
        });

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(1, double.NaN)]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(0, 0)]
    [InlineData(-3, 0)]
    public void Boxes_without_area_or_place_overlap_nothing(double width, double angle) =>
        Assert.Equal(0, new RotatedBox(0, 0, width, 5, angle).IoU(new(0, 0, 5, 5, 10)));

    static Polygon Polygon(RotatedBox box)
    {
        var c = box.Corners();
        return new(
            new LinearRing([new(c[0], c[1]), new(c[2], c[3]), new(c[4], c[5]), new(c[6], c[7]), new(c[0], c[1])])
        );
    }
}
