using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Building;

/// <summary>
/// The numbers of a ring while it is read: integers that count units of a power of ten, for as long as all numbers are such, else
/// doubles. Grows once and serves for all rings.
/// </summary>
sealed class RingNumbers
{
    /// <summary>Of most files; a ring with more decimals finds out at its first number.</summary>
    const int UsualDecimals = 2;

    public static ReadOnlySpan<long> PowersOfTen =>
        [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

    int[] integers = new int[256];
    double[] doubles = [];
    int count;

    public bool AreDoubles { get; private set; }

    public int Decimals { get; private set; }

    public ReadOnlySpan<int> Integers => integers.AsSpan(0, count);

    public ReadOnlySpan<double> Doubles => doubles.AsSpan(0, count);

    /// <summary>Where integers may be written that <see cref="Take"/> then adds; empty where they cannot.</summary>
    public Span<int> Room => AreDoubles ? [] : integers.AsSpan(count);

    /// <summary>Begins a ring.</summary>
    public void Begin()
    {
        (count, Decimals) = (0, UsualDecimals);
        AreDoubles = false;
    }

    /// <summary>Adds the first integers of <see cref="Room"/>.</summary>
    public void Take(int more) => count += more;

    /// <summary>Adds <paramref name="digits"/> / 10^<paramref name="decimals"/>.</summary>
    public void Add(int digits, int decimals)
    {
        if (count == integers.Length)
            Array.Resize(ref integers, 2 * count);
        var fits = !AreDoubles && (decimals <= Decimals || TryRescale(decimals));
        var integer = fits ? digits * PowersOfTen[Decimals - decimals] : long.MaxValue;
        if (integer == (int)integer)
            integers[count++] = (int)integer;
        else
            Add(RingPool.Value(digits, decimals));
    }

    /// <summary>Adds a number that is no short decimal, or one whose sign or digits an integer could not keep.</summary>
    public void Add(double number)
    {
        ToDoubles();
        if (count == doubles.Length)
            Array.Resize(ref doubles, 2 * count);
        doubles[count++] = number;
    }

    bool TryRescale(int decimals)
    {
        if (decimals >= PowersOfTen.Length)
            return false;
        var factor = PowersOfTen[decimals - Decimals];
        foreach (var integer in Integers)
            if (integer * factor != (int)(integer * factor))
                return false;
        foreach (ref var integer in integers.AsSpan(0, count))
            integer = (int)(integer * factor);
        Decimals = decimals;
        return true;
    }

    void ToDoubles()
    {
        if (AreDoubles)
            return;
        if (doubles.Length <= count)
            doubles = new double[Math.Max(256, 2 * count)];
        for (var at = 0; at < count; at++)
            doubles[at] = RingPool.Value(integers[at], Decimals);
        AreDoubles = true;
    }
}
