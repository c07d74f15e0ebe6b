using CsCheck;
using LabelSpec.TestSupport;

namespace LabelSpec.Geometry.Tests;

public class PolylineTests
{
    static readonly double[] Hook = [0, 0, 3, 4, 3, 14];

    static readonly Gen<double[]> Lines = Gen.Int[0, 40].Select(i => (double)i).Array[4, 24];

    [Fact]
    public void Length_and_distance_of_a_hook()
    {
        Assert.Equal(15, Polyline.Length(Hook));
        Assert.Equal(2, Polyline.DistanceTo(Hook, new(5, 10)));
        Assert.Equal(5, Polyline.DistanceTo(Hook, new(0, 18)));
        Assert.Equal(0, Polyline.DistanceTo(Hook, new(1.5, 2)), 1e-12);
        Assert.Equal(double.NaN, Polyline.DistanceTo([], new(0, 0)));
    }

    [Fact]
    public void Resampled_points_stand_at_equal_distances()
    {
        var points = new double[8];
        Polyline.Resample(Hook, points);
        Assert.Equal([0, 0, 3, 4, 3, 9, 3, 14], points);
        Polyline.Resample([7, 8], points);
        Assert.Equal([7, 8, 7, 8, 7, 8, 7, 8], points);
        Polyline.Resample([], points);
        Assert.All(points, value => Assert.Equal(double.NaN, value));
        Polyline.Resample(Hook, []);
    }

    [Fact]
    public void Resampled_points_lie_on_the_line_and_keep_its_ends() =>
        Gen.Select(Lines, Gen.Int[2, 20])
            .Holds(
                (line, count) =>
                {
                    line = line[..(line.Length / 2 * 2)];
                    var points = new double[2 * count];
                    Polyline.Resample(line, points);
                    Assert.Equal(line[..2], points[..2]);
                    Assert.Equal(line[^2..], points[^2..]);
                    for (var i = 0; i < count; i++)
                        Assert.Equal(0, Polyline.DistanceTo(line, new(points[2 * i], points[2 * i + 1])), 1e-9);
                    Assert.True(Polyline.Length(points) <= Polyline.Length(line) + 1e-9);
                }
            );

    [Fact]
    public void The_indexed_distance_is_that_of_all_segments() =>
        Gen.Select(Lines, Lines, Gen.Int[-40, 40])
            .Holds(
                (line, other, shift) =>
                {
                    line = line[..(line.Length / 2 * 2)];
                    other = [.. other[..(other.Length / 2 * 2)].Select((v, i) => i % 2 == 0 ? v + shift : v)];
                    // Many points on the same lines, so that the index is used.
                    var dense = new double[2 * 400];
                    Polyline.Resample(line, dense);
                    Assert.Equal(
                        Polyline.DistanceBetween(line, other),
                        Polyline.DistanceBetween(
                            [.. line, .. dense.Reverse().Chunk(2).SelectMany(p => p.Reverse())],
                            other
                        ),
                        1e-6
                    );
                    Assert.Equal(Polyline.DistanceBetween(line, other), Polyline.DistanceBetween(other, line), 1e-12);
                },
                iter: 200
            );

    [Fact]
    public void Lines_that_cross_have_no_distance()
    {
        Assert.Equal(0, Polyline.DistanceBetween([0, 0, 10, 10], [0, 10, 10, 0]));
        Assert.Equal(3, Polyline.DistanceBetween([0, 0, 10, 0], [5, 3]));
        Assert.Equal(double.NaN, Polyline.DistanceBetween([0, 0, 10, 0], []));
        Assert.Equal(double.NaN, Polyline.DistanceBetween([0, 0, double.NaN, 0], [1, 1, 2, 2]));
    }
}
