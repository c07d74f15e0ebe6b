namespace LabelSpec.Engine.Checks.Splits;

/// <summary>How many annotations of each category each split has, and the first of them.</summary>
sealed class SplitCounts(int categories) : IEvidence<SplitCounts>
{
    readonly SortedDictionary<SplitKey, (long[] Counts, int[] First)> splits = [];

    public IEnumerable<SplitKey> Splits => splits.Keys;

    public ReadOnlySpan<long> CountsOf(SplitKey split) => splits[split].Counts;

    /// <summary>The first annotation of a category in a split.</summary>
    public int FirstOf(SplitKey split, int category) => splits[split].First[category];

    public void Add(SplitKey split, int category, int row, long count = 1)
    {
        if (!splits.TryGetValue(split, out var one))
        {
            one = (new long[categories], new int[categories]);
            Array.Fill(one.First, int.MaxValue);
            splits.Add(split, one);
        }

        one.Counts[category] += count;
        one.First[category] = Math.Min(one.First[category], row);
    }

    public void Add(SplitCounts other)
    {
        foreach (var (split, (counts, first)) in other.splits)
            for (var category = 0; category < counts.Length; category++)
                if (counts[category] > 0)
                    Add(split, category, first[category], counts[category]);
    }
}
