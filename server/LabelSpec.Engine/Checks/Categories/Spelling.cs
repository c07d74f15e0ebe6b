namespace LabelSpec.Engine.Checks.Categories;

/// <summary>Finds what somebody may have meant.</summary>
static class Spelling
{
    const int LongestName = 64;

    /// <summary>The candidate with the fewest letters to change, at most a third of them; null when none is that near.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        if (name.Length > LongestName)
            return null;
        string? nearest = null;
        var fewest = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (candidate.Length > LongestName || Math.Abs(candidate.Length - name.Length) >= fewest)
                continue;
            var changes = Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (changes < fewest)
                (nearest, fewest) = (candidate, changes);
        }

        return nearest;
    }

    // Levenshtein's distance, one row of the table at a time.
    static int Distance(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;
        for (var i = 0; i < a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < b.Length; j++)
            {
                var substituted = diagonal + (a[i] == b[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(substituted, Math.Min(diagonal, row[j]) + 1);
            }
        }

        return row[^1];
    }
}
