using System.Globalization;

namespace LabelSpec.Engine.Sharding;

/// <summary>
/// One of <see cref="Count"/> shares of the judging of one data set, such as one task of an array job. Every shard reads the
/// same data and so numbers its rows alike; what it judges are some ranges of rows, images and tracks. What concerns the data
/// as a whole is judged by the first.
/// </summary>
/// <param name="Number">From 1 to <paramref name="Count"/>.</param>
public readonly record struct Shard(int Number, int Count)
{
    /// <summary>More shards than this are a slip of the keyboard.</summary>
    const int Most = 100_000;

    /// <summary>The only one of one.</summary>
    public static Shard Whole => new(1, 1);

    /// <summary>Whether this shard judges what concerns the data as a whole.</summary>
    public bool JudgesWhole => Number == 1;

    /// <summary>Whether this shard judges a range of rows. Neighbouring ranges go to different shards, for an even load.</summary>
    public bool Judges(int range) => range % Count == Number - 1;

    /// <summary>Reads <c>2/4</c>, the second of four.</summary>
    public static bool TryParse(string? text, out Shard shard)
    {
        shard = Whole;
        if (
            text?.Split('/') is not [var number, var count]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var of)
            || n < 1
            || of > Most
            || n > of
        )
            return false;
        shard = new Shard(n, of);
        return true;
    }

    public override string ToString() => $"{Number}/{Count}";
}
