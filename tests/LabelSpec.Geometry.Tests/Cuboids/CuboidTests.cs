namespace LabelSpec.Geometry.Tests;

public class CuboidTests
{
    [Fact]
    public void Overlap_is_that_of_the_ground_times_the_common_height()
    {
        Cuboid a = new(0, 0, 0, 4, 2, 2, 0),
            b = new(1, 0, 1, 4, 2, 2, 0);
        // Ground: 6 of 8 + 8 - 6; volume: 6 of 16 + 16 - 6.
        Assert.Equal(6.0 / 10, a.GroundIoU(b), 1e-12);
        Assert.Equal(6.0 / 26, a.IoU(b), 1e-12);
        Assert.Equal(a.IoU(b), b.IoU(a), 1e-12);
        Assert.Equal(1, a.IoU(a), 1e-12);
        Assert.Equal(0, a.IoU(b with { CenterZ = 2 }));
    }

    [Fact]
    public void Yaw_turns_counter_clockwise_seen_from_above()
    {
        Cuboid cuboid = new(10, 20, 5, 4, 2, 6, Math.PI / 2);
        var corners = cuboid.Corners();
        double[] expected = [9, 22, 2, 11, 22, 2, 11, 18, 2, 9, 18, 2, 9, 22, 8, 11, 22, 8, 11, 18, 8, 9, 18, 8];
        for (var i = 0; i < 24; i++)
            Assert.Equal(expected[i], corners[i], 1e-12);
        Assert.Equal(48, cuboid.Volume);
        Assert.True(cuboid.Contains(10, 21.9, 7.9));
        Assert.False(cuboid.Contains(11.1, 20, 5));
        Assert.False(cuboid.Contains(10, 20, 8.1));
    }

    [Fact]
    public void Turned_squares_share_a_regular_octagon()
    {
        var octagon = 8 * (Math.Sqrt(2) - 1);
        Assert.Equal(
            octagon / (8 - octagon),
            new Cuboid(7, 8, 0, 2, 2, 1, .3).IoU(new(7, 8, 0, 2, 2, 1, .3 + Math.PI / 4)),
            1e-12
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Cuboids_without_proper_size_overlap_nothing(double length)
    {
        Cuboid odd = new(0, 0, 0, length, 2, 2, 0),
            proper = new(0, 0, 0, 4, 2, 2, 0);
        Assert.Equal(0, odd.IoU(proper));
        Assert.Equal(0, proper.GroundIoU(odd));
    }
}
