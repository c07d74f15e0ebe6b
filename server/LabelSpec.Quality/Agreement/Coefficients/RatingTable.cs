using System.Collections.Immutable;

namespace LabelSpec.Quality.Agreement.Coefficients;

/// <summary>What every rater said about every item: a code for each pair, -1 where a rater said nothing.</summary>
public sealed class RatingTable
{
    /// <summary>The code of an item that a rater did not judge.</summary>
    public const int Missing = -1;

    readonly int[] codes;

    /// <param name="codes">Item by item: one code for each rater, an index in <paramref name="values"/>.</param>
    /// <param name="raters">How many raters.</param>
    /// <param name="values">The categories in their order; numbers for interval and ratio scales, else anything.</param>
    /// <exception cref="ArgumentException">The codes do not fill rows, or are no indexes of values.</exception>
    public RatingTable(int[] codes, int raters, ImmutableArray<double> values)
    {
        if (raters < 1 || codes.Length % raters != 0)
            throw new ArgumentException("Each item needs a code for each rater.", nameof(codes));
        foreach (var code in codes)
            if (code < Missing || code >= values.Length)
                throw new ArgumentException($"{code} is no category.", nameof(codes));
        this.codes = codes;
        Raters = raters;
        Values = values;
    }

    public int Raters { get; }

    public int Items => codes.Length / Raters;

    /// <summary>How many values are possible.</summary>
    public int Categories => Values.Length;

    /// <summary>The number that a code stands for; only interval and ratio scales look at it.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>The codes of an item, one for each rater.</summary>
    public ReadOnlySpan<int> ItemAt(int item) => codes.AsSpan(item * Raters, Raters);

    /// <summary>A table of names: their order means nothing.</summary>
    public static RatingTable Nominal(int[] codes, int raters, int categories) =>
        new(codes, raters, [.. Enumerable.Range(0, categories).Select(code => (double)code)]);

    /// <summary>The same items, judged by some of the raters.</summary>
    public RatingTable OfRaters(params IReadOnlyList<int> raters)
    {
        var chosen = new int[Items * raters.Count];
        for (var item = 0; item < Items; item++)
        for (var r = 0; r < raters.Count; r++)
            chosen[item * raters.Count + r] = ItemAt(item)[raters[r]];
        return new(chosen, raters.Count, Values);
    }

    /// <summary>How many raters chose each category for an item.</summary>
    internal int Count(int item, Span<int> counts)
    {
        counts.Clear();
        var total = 0;
        foreach (var code in ItemAt(item))
            if (code >= 0)
            {
                counts[code]++;
                total++;
            }

        return total;
    }
}
