namespace LabelSpec.Quality.Comparison;

/// <summary>How alike texts are by Levenshtein's edit distance.</summary>
static class EditDistance
{
    /// <summary>
    /// 1 − distance / length of the longer text, in characters of Unicode, as Python counts them; 1 for two empty texts (CVAT,
    /// <c>attribute_comparators.py</c>).
    /// </summary>
    public static double SimilarityOf(string a, string b)
    {
        if (a == b)
            return 1;
        int[] first = CharactersOf(a),
            second = CharactersOf(b);
        return 1 - Of(first, second) / (double)Math.Max(first.Length, second.Length);
    }

    static int[] CharactersOf(string text) => [.. text.EnumerateRunes().Select(rune => rune.Value)];

    static int Of(int[] a, int[] b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
