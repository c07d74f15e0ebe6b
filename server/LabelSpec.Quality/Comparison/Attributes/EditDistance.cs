namespace LabelSpec.Quality.Comparison;

/// <summary>Levenshtein's edit distance of texts.</summary>
static class EditDistance
{
    /// <summary>1 − distance / length of the longer text; 1 for two empty texts (CVAT, <c>attribute_comparators.py</c>).</summary>
    public static double SimilarityOf(string a, string b) =>
        a == b ? 1 : 1 - Of(a, b) / (double)Math.Max(a.Length, b.Length);

    public static int Of(string a, string b)
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
