using CsCheck;
using LabelSpec.Engine.Checks.Geometry;
using LabelSpec.Geometry;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Checks;

public class RingCrossingTests
{
    // Coordinates that repeat often, so that edges touch and overlap as well.
    static readonly Gen<double[]> Rings = Gen.Int[0, 12].Array[4, 24].Select(numbers => Ring(numbers));

    [Fact]
    public void A_crossing_is_found_exactly_where_the_plane_sweep_finds_one() =>
        Rings.Holds(
            ring =>
            {
                var expected = LabelSpec.Geometry.Ring.FindSelfIntersection(ring);
                var found = RingCrossing.Find(ring, smallestLoop: 0, relative: 0);
                Assert.Equal(
                    expected?.Kind == SelfIntersectionKind.Crossing && HasProperCrossing(ring),
                    found is not null
                );
            },
            iter: 20_000
        );

    [Fact]
    public void A_star_shaped_ring_never_crosses_itself() =>
        Rings.Holds(ring => Assert.False(StarShape.Is(ring) && HasProperCrossing(ring)), iter: 20_000);

    [Fact]
    public void A_pentagram_turns_one_way_and_is_still_not_star_shaped()
    {
        var pentagram = new double[10];
        for (var i = 0; i < 5; i++)
        {
            pentagram[2 * i] = Math.Cos(i * 4 * Math.PI / 5);
            pentagram[2 * i + 1] = Math.Sin(i * 4 * Math.PI / 5);
        }

        Assert.False(StarShape.Is(pentagram));
        Assert.NotNull(RingCrossing.Find(pentagram, 0, 0));
    }

    [Fact]
    public void A_loop_smaller_than_the_limit_is_passed_over()
    {
        // A square of 100 px whose last corner is tied into a loop of half a square pixel.
        double[] ring = [0, 0, 100, 0, 100, 100, 50, 100, 51, 101, 49, 101, 50.5, 100, 0, 100];
        var loop = RingCrossing.Find(ring, 0, 0)!.Value;

        Assert.True(loop.LoopArea < 1);
        Assert.Null(RingCrossing.Find(ring, smallestLoop: 9, relative: 0));
    }

    [Fact]
    public void A_long_ring_is_searched_by_the_sweep_and_found_as_well()
    {
        var ring = new double[4000];
        for (var i = 0; i < 2000; i++)
        {
            var angle = 2 * Math.PI * i / 2000;
            // Every second vertex lies deep inside: no star from the centre that is moved to the side below.
            var radius = i % 2 == 0 ? 1000 : 400;
            ring[2 * i] = radius * Math.Cos(angle) + (i < 1000 ? 0 : 50);
            ring[2 * i + 1] = radius * Math.Sin(angle);
        }

        Assert.Equal(HasProperCrossing(ring), RingCrossing.Find(ring, 0, 0) is not null);
        (ring[0], ring[2000]) = (ring[2000], ring[0]);
        Assert.NotNull(RingCrossing.Find(ring, 0, 0));
    }

    static double[] Ring(int[] numbers)
    {
        var ring = new double[numbers.Length / 2 * 2];
        for (var i = 0; i < ring.Length; i++)
            ring[i] = numbers[i];
        return [.. RingVertices.WithoutClosing(ring)];
    }

    // By definition: two edges whose ends lie strictly on either side of each other.
    static bool HasProperCrossing(double[] ring)
    {
        var count = ring.Length / 2;
        for (var i = 0; i < count; i++)
        for (var j = i + 1; j < count; j++)
            if (
                Side(i, (i + 1) % count, j) * Side(i, (i + 1) % count, (j + 1) % count) < 0
                && Side(j, (j + 1) % count, i) * Side(j, (j + 1) % count, (i + 1) % count) < 0
            )
                return true;
        return false;

        double Side(int a, int b, int p) =>
            Math.Sign(
                (ring[2 * b] - ring[2 * a]) * (ring[2 * p + 1] - ring[2 * a + 1])
                    - (ring[2 * b + 1] - ring[2 * a + 1]) * (ring[2 * p] - ring[2 * a])
            );
    }
}
