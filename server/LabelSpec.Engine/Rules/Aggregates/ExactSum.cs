namespace LabelSpec.Engine.Rules.Aggregates;

/// <summary>
/// A sum of doubles without rounding: the result is the exact sum rounded once, so that it does not depend on the order
/// of the numbers, and sums of parts add up to the sum of the whole.
/// </summary>
/// <remarks>
/// A fixed-point number over the whole range of doubles, in limbs of 32 bits kept in 64-bit integers, as in R. M. Neal,
/// "Fast exact summation using small and large superaccumulators" (2015). Numbers that are not finite are counted apart.
/// </remarks>
public sealed class ExactSum
{
    // The lowest bit of a subnormal double is 2^-1074; a sum of 2^63 greatest doubles ends below 2^1088.
    const int Limbs = 68;
    const int LowestExponent = -1074;

    // A limb takes 2^30 additions of 32-bit parts before it could overflow.
    const int CarryEvery = 1 << 30;

    readonly long[] limbs = new long[Limbs];
    int pending;

    public void Add(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFF;
        if (exponent == 0x7FF)
            throw new ArgumentOutOfRangeException(nameof(number), number, "Only finite numbers can be summed.");
        if (exponent == 0)
            exponent = 1;
        else
            mantissa |= 1L << 52;

        var position = exponent - 1;
        var limb = position >> 5;
        var shifted = (UInt128)(ulong)mantissa << (position & 31);
        var sign = number < 0 ? -1 : 1;
        limbs[limb] += sign * (long)(uint)shifted;
        limbs[limb + 1] += sign * (long)(uint)(shifted >> 32);
        limbs[limb + 2] += sign * (long)(uint)(shifted >> 64);
        if (++pending == CarryEvery)
            Carry();
    }

    public void Add(ExactSum other)
    {
        Carry();
        other.Carry();
        for (var i = 0; i < Limbs; i++)
            limbs[i] += other.limbs[i];
        Carry();
    }

    /// <summary>The sum, rounded to the nearest double, ties to even.</summary>
    public double Value
    {
        get
        {
            Carry();
            // After carrying, all limbs but the topmost are 0..2^32-1; a negative sum shows in the topmost.
            var negative = limbs[Limbs - 1] < 0;
            Span<uint> digits = stackalloc uint[Limbs];
            Magnitude(negative, digits);
            var value = Round(digits);
            return negative ? -value : value;
        }
    }

    /// <summary>The state, for another process to continue from; equal sums have equal states.</summary>
    public long[] ToState()
    {
        Carry();
        return [.. limbs];
    }

    public static ExactSum FromState(ReadOnlySpan<long> state)
    {
        if (state.Length != Limbs)
            throw new ArgumentException($"A sum has {Limbs} limbs, not {state.Length}.", nameof(state));
        var sum = new ExactSum();
        state.CopyTo(sum.limbs);
        return sum;
    }

    void Carry()
    {
        long carry = 0;
        for (var i = 0; i < Limbs - 1; i++)
        {
            var value = limbs[i] + carry;
            carry = value >> 32;
            limbs[i] = value & 0xFFFFFFFF;
        }
        limbs[Limbs - 1] += carry;
        pending = 0;
    }

    void Magnitude(bool negative, Span<uint> digits)
    {
        long carry = negative ? 1 : 0;
        for (var i = 0; i < Limbs; i++)
        {
            var limb = (uint)limbs[i];
            var digit = (long)(negative ? ~limb : limb) + carry;
            digits[i] = (uint)digit;
            carry = digit >> 32;
        }
    }

    static double Round(ReadOnlySpan<uint> digits)
    {
        var top = Limbs - 1;
        while (top >= 0 && digits[top] == 0)
            top--;
        if (top < 0)
            return 0;
        var highest = 32 * top + 31 - System.Numerics.BitOperations.LeadingZeroCount(digits[top]);
        var lowest = Math.Max(0, highest - 52);
        var mantissa = Bits(digits, lowest, highest - lowest + 1);
        if (lowest > 0 && Bits(digits, lowest - 1, 1) == 1 && ((mantissa & 1) == 1 || AnyBelow(digits, lowest - 1)))
            mantissa++;
        return Math.ScaleB(mantissa, lowest + LowestExponent);
    }

    static ulong Bits(ReadOnlySpan<uint> digits, int from, int count)
    {
        ulong bits = 0;
        for (var i = count - 1; i >= 0; i--)
            bits = (bits << 1) | ((digits[(from + i) >> 5] >> ((from + i) & 31)) & 1);
        return bits;
    }

    static bool AnyBelow(ReadOnlySpan<uint> digits, int end)
    {
        for (var i = 0; i < end >> 5; i++)
            if (digits[i] != 0)
                return true;
        return (digits[end >> 5] & ((1u << (end & 31)) - 1)) != 0;
    }
}
