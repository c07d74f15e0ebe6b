namespace LabelSpec.Geometry;

/// <summary>
/// Sums in the order of NumPy's pairwise summation (<c>pairwise_sum</c> in <c>loops_utils.h.src</c>), so that totals
/// agree with pycocotools to the last bit: blocks of at most 128 numbers in eight running sums, halves above that.
/// </summary>
public static class PairwiseSum
{
    const int Block = 128;

    public static double Of(ReadOnlySpan<double> values)
    {
        if (values.Length > Block)
        {
            var half = values.Length / 2;
            half -= half % 8;
            return Of(values[..half]) + Of(values[half..]);
        }

        if (values.Length < 8)
            return InOrder(0, values);

        var whole = values.Length - values.Length % 8;
        Span<double> sums = stackalloc double[8];
        values[..8].CopyTo(sums);
        for (var i = 8; i < whole; i += 8)
        for (var lane = 0; lane < 8; lane++)
            sums[lane] += values[i + lane];
        var total = ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
        return InOrder(total, values[whole..]);
    }

    static double InOrder(double total, ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            total += value;
        return total;
    }
}
