namespace LabelSpec.Grammar.Lexing;

/// <summary>Finds the word that was probably meant.</summary>
public static class NearestWord
{
    const int LongestWord = 40;

    /// <summary>
    /// The candidate with the fewest insertions, deletions, replacements and swaps of neighbours, if they are few for
    /// the length of the word (one in three letters); otherwise null. Of equally near ones the first.
    /// </summary>
    public static string? Find(ReadOnlySpan<char> word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > LongestWord)
            return null;
        string? best = null;
        var allowed = Math.Max(1, word.Length / 3);
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) > allowed || (best is not null && allowed == 0))
                continue;
            var distance = Distance(word, candidate);
            // One change in a word of two letters makes any other word of two letters.
            if (
                distance > allowed
                || distance >= Math.Min(word.Length, candidate.Length)
                || (word.Length <= 2 && distance > 0)
            )
                continue;
            best = candidate;
            allowed = distance - 1;
            if (allowed < 0)
                break;
        }

        return best;
    }

    /// <summary>Edit distance with swaps of neighbours (optimal string alignment), letters compared without case.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var width = b.Length + 1;
        var rows = new int[3, width];
        for (var j = 0; j < width; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (row, above, beforeThat) = (i % 3, (i + 2) % 3, (i + 1) % 3);
            rows[row, 0] = i;
            for (var j = 1; j < width; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                var least = Math.Min(Math.Min(rows[above, j] + 1, rows[row, j - 1] + 1), rows[above, j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    least = Math.Min(least, rows[beforeThat, j - 2] + 1);
                rows[row, j] = least;
            }
        }

        return rows[a.Length % 3, b.Length];
    }

    static bool Same(char a, char b) => a == b || char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
