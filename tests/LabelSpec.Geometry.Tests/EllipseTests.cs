namespace LabelSpec.Geometry.Tests;

public class EllipseTests
{
    [Fact]
    public void The_polygon_has_the_area_of_the_ellipse()
    {
        var ellipse = new Ellipse(30, 40, 20, 5, 33);
        Assert.Equal(ellipse.Area, Ring.Area(ellipse.ToRing()), 1e-9);
        Assert.True(Ring.IsConvex(ellipse.ToRing()));
    }

    [Theory]
    [InlineData(.1)]
    [InlineData(.7)]
    [InlineData(1.3)]
    [InlineData(1.9)]
    public void IoU_of_two_circles_is_that_of_their_lens(double distance)
    {
        // Two unit circles: the common lens has 2 acos(d/2) - d/2 sqrt(4 - d²).
        var lens = 2 * Math.Acos(distance / 2) - distance / 2 * Math.Sqrt(4 - distance * distance);
        var iou = new Ellipse(10, 10, 1, 1, 0).IoU(new(10 + distance * .6, 10 + distance * .8, 1, 1, 17));
        Assert.Equal(lens / (2 * Math.PI - lens), iou, 5e-4);
    }

    [Fact]
    public void Bounds_of_a_turned_ellipse_are_those_of_its_outline()
    {
        var bounds = new Ellipse(0, 0, 10, 4, 30).Bounds;
        var outline = Enumerable
            .Range(0, 100_000)
            .Select(i => i * 2 * Math.PI / 100_000)
            .Max(t => 10 * Math.Cos(t) * Math.Cos(Math.PI / 6) - 4 * Math.Sin(t) * Math.Sin(Math.PI / 6));
        Assert.Equal(outline, bounds.Right, 1e-6);
        Assert.Equal(-outline, bounds.Left, 1e-6);
    }

    [Fact]
    public void Points_are_inside_up_to_the_outline()
    {
        var ellipse = new Ellipse(0, 0, 10, 4, 90);
        Assert.True(ellipse.Contains(new(0, 10)));
        Assert.False(ellipse.Contains(new(5, 0)));
        Assert.False(new Ellipse(0, 0, 0, 4, 0).Contains(new(0, 0)));
    }
}
