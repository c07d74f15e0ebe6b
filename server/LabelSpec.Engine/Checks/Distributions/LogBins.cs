namespace LabelSpec.Engine.Checks.Distributions;

/// <summary>
/// Bins of positive numbers whose widths grow with the numbers: sixteen to each doubling. The bin of a number is the
/// upper end of its binary form (IEEE 754), so that it is exact and costs no logarithm.
/// </summary>
static class LogBins
{
    const int MantissaBits = 52;
    const int SubBits = 4;
    const int PerDoubling = 1 << SubBits;
    const int SmallestExponent = -24;
    const int LargestExponent = 40;
    const int Bias = 1023;

    public const int Count = (LargestExponent - SmallestExponent) * PerDoubling;

    /// <summary>Numbers beyond the ends count in the outermost bins.</summary>
    /// <param name="value">Above 0.</param>
    public static int Of(double value)
    {
        var bin =
            (int)(BitConverter.DoubleToInt64Bits(value) >> (MantissaBits - SubBits))
            - ((Bias + SmallestExponent) << SubBits);
        return Math.Clamp(bin, 0, Count - 1);
    }

    /// <summary>The smallest number of a bin; of <see cref="Count"/>, the end of the last one.</summary>
    public static double Start(int bin) =>
        (1 + bin % PerDoubling / (double)PerDoubling) * Math.Pow(2, bin / PerDoubling + SmallestExponent);

    /// <summary>The middle of a bin, as base-2 logarithm.</summary>
    public static double LogOf(int bin) => Math.Log2((Start(bin) + Start(bin + 1)) / 2);

    /// <summary>The first bin whose numbers are all at least as large as the given base-2 logarithm.</summary>
    public static int FirstFrom(double log)
    {
        if (log <= SmallestExponent)
            return 0;
        if (log >= LargestExponent)
            return Count;
        var value = Math.Pow(2, log);
        var bin = Of(value);
        return Start(bin) < value ? bin + 1 : bin;
    }
}
