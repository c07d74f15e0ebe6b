namespace LabelSpec.Geometry.Tests;

public class RleProblemTests
{
    [Theory]
    [InlineData("", RleProblemKind.TooFewPixels, 0)]
    [InlineData("3", RleProblemKind.TooFewPixels, 1)]
    [InlineData("34 9", RleProblemKind.BadCharacter, 2)]
    [InlineData("34\u007f", RleProblemKind.BadCharacter, 2)]
    [InlineData("34é", RleProblemKind.BadCharacter, 2)]
    [InlineData("34p", RleProblemKind.BadCharacter, 2)]
    [InlineData("34Q", RleProblemKind.Truncated, 2)]
    [InlineData("34ooooooooooooooooooooo1", RleProblemKind.RunOutOfRange, 2)]
    [InlineData("O", RleProblemKind.RunOutOfRange, 0)] // -1
    [InlineData("9999", RleProblemKind.TooManyPixels, 1)]
    public void Text_that_is_no_mask_says_why_and_where(string text, RleProblemKind kind, int position)
    {
        var result = RleMask.FromText(text, 4, 4);
        Assert.Equal(new RleProblem(kind, position), result.Problem);
        Assert.Equal(kind == RleProblemKind.TooFewPixels, result.HasMask);
    }

    [Theory]
    [InlineData(-1, 4)]
    [InlineData(4, -1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(70_000, 70_000)]
    public void Dimensions_that_no_mask_can_have_are_refused(int height, int width)
    {
        RleResult[] results =
        [
            RleMask.FromText("0", height, width),
            RleMask.FromRuns([0], height, width),
            RleMask.FromIntegers([0], height, width),
            RleMask.FromPolygon([0, 0, 1, 0, 1, 1], height, width),
            RleMask.FromPolygons([0, 0, 1, 0, 1, 1], [6], height, width),
            RleMask.FromRowRuns([0], 0, 0, 1, 1, height, width),
            RleMask.FromRowRuns([0], 0, 0, width, height, 10, 10),
            RleMask.FromPixels([0], height, width),
        ];
        Assert.All(results, result => Assert.Equal(new(null, new(RleProblemKind.BadDimensions, 0)), result));
    }

    [Fact]
    public void Runs_that_do_not_fit_name_the_run()
    {
        Assert.Equal(new(null, new(RleProblemKind.TooManyPixels, 1)), RleMask.FromRuns([10, 10, 1], 4, 4));
        Assert.Equal(new(null, new(RleProblemKind.RunOutOfRange, 1)), RleMask.FromIntegers([10, -1], 4, 4));
        Assert.Equal(new(null, new(RleProblemKind.RunOutOfRange, 0)), RleMask.FromIntegers([1L << 32], 4, 4));
        Assert.Equal(new(null, new(RleProblemKind.TooManyPixels, 2)), RleMask.FromRowRuns([3, 3, 3], 0, 0, 2, 4, 9, 9));
    }

    [Fact]
    public void Missing_pixels_count_as_background()
    {
        var result = RleMask.FromRuns([2, 3], 4, 4);
        Assert.Equal(new(RleProblemKind.TooFewPixels, 2), result.Problem);
        Assert.Equal(3, result.Mask!.Area);
        Assert.Equal(13, result.Mask.Invert().Area);
        var rows = RleMask.FromRowRuns([0, 3], 1, 1, 2, 2, 4, 4);
        Assert.Equal(new(RleProblemKind.TooFewPixels, 2), rows.Problem);
        Assert.Equal(3, rows.Mask!.Area);
    }

    [Fact]
    public void Huge_masks_cost_their_runs_not_their_pixels()
    {
        // Four thousand million pixels each.
        var all = RleMask.FromRuns([0, 4_294_836_225], 65_535, 65_535).Mask!;
        var most = RleMask.FromRuns([1, 4_294_836_223, 1], 65_535, 65_535).Mask!;
        Assert.Equal(4_294_836_223, all.IntersectionArea(most));
        Assert.Equal(2, most.Invert().Area);
        Assert.Equal([new(4_294_836_223, new(0, 0, 65_535, 65_535), true)], most.Components());
        Assert.Equal(
            65_535L * 65_535,
            RleMask.FromRowRuns([0, 4_294_836_225], 0, 0, 65_535, 65_535, 65_535, 65_535).Mask!.Area
        );
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e308)]
    public void Odd_vertices_give_a_mask_or_a_problem_and_no_exception(double odd)
    {
        double[][] rings =
        [
            [odd, odd, odd],
            [0, 0, odd, 0, odd, odd, 0, odd],
            [odd, 3, -odd, 3, 5, -odd],
        ];
        foreach (var ring in rings)
        {
            var mask = RleMask.FromPolygon(ring, 100, 100).Mask!;
            Assert.InRange(mask.Area, 0, 100 * 100);
        }

        Assert.NotNull(RleMask.FromBox(new(odd, odd, odd, odd), 5, 5).Mask);
    }

    [Fact]
    public void A_polygon_that_needs_too_many_runs_is_refused()
    {
        var ring = new double[20_000];
        for (var i = 0; i < ring.Length; i += 2)
            (ring[i], ring[i + 1]) = (i % 4 == 0 ? 0 : 40_000, i % 7);
        Assert.Equal(RleProblemKind.TooComplex, RleMask.FromPolygon(ring, 10, 40_000).Problem.Kind);
    }

    [Fact]
    public void An_empty_polygon_is_an_empty_mask()
    {
        Assert.Equal([20], RleMask.FromPolygon([], 4, 5).Mask!.Runs.ToArray());
        Assert.Equal([20], RleMask.FromPolygons([], [], 4, 5).Mask!.Runs.ToArray());
        Assert.Equal(0, RleMask.FromPolygon([1, 1, 2, 2, 3, 3], 0, 0).Mask!.Area);
    }
}
