using CsCheck;
using LabelSpec.TestSupport;

namespace LabelSpec.Geometry.Tests;

public class PairwiseSumTests
{
    [Fact]
    public void Short_spans_are_summed_in_order()
    {
        Assert.Equal(0, PairwiseSum.Of([]));
        // In any other order the ones would be lost or kept differently.
        Assert.Equal(1e16 + 1 + 1, PairwiseSum.Of([1e16, 1, 1]));
        Assert.Equal(2, PairwiseSum.Of([1, 1]));
    }

    [Fact]
    public void Blocks_are_summed_in_eight_lanes()
    {
        // Lane 0 holds 1e16 and -1e16, so that the ones of the other lanes survive.
        double[] values = [1e16, 1, 1, 1, 1, 1, 1, 1, -1e16, 1, 1, 1, 1, 1, 1, 1, .5];
        Assert.Equal(14.5, PairwiseSum.Of(values));
    }

    [Fact]
    public void Long_spans_are_halved_at_multiples_of_eight()
    {
        var values = new double[260];
        (values[0], values[127], values[128], values[259]) = (1e16, 1, 1, -1e16);
        // The halves are 128 and 132 long, the second is halved again at 64.
        var first = PairwiseSum.Of(values.AsSpan(0, 128));
        var second = PairwiseSum.Of(values.AsSpan(128, 64)) + PairwiseSum.Of(values.AsSpan(192));
        Assert.Equal(first + second, PairwiseSum.Of(values));
    }

    [Fact]
    public void Sums_are_right_up_to_rounding() =>
        Gen.Double[-1, 1]
            .Array[0, 2000]
            .Holds(values => Assert.Equal((double)values.Sum(v => (decimal)v), PairwiseSum.Of(values), 1e-10));
}
