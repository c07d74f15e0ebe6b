namespace LabelSpec.Quality.Agreement;

/// <summary>Counts which answers stand against each other.</summary>
static class Confusions
{
    /// <summary>Adds the pairs of different answers of one item; codes below 0 are missing.</summary>
    public static void Count(ReadOnlySpan<int> codes, SortedDictionary<(int First, int Second), int> counts)
    {
        for (var i = 0; i < codes.Length; i++)
        for (var j = i + 1; j < codes.Length; j++)
        {
            if (codes[i] < 0 || codes[j] < 0 || codes[i] == codes[j])
                continue;
            var key = (Math.Min(codes[i], codes[j]), Math.Max(codes[i], codes[j]));
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
    }
}
