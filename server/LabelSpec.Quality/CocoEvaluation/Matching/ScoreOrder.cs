namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>Highest score first; equal scores keep their order (numpy's stable mergesort on the negated score).</summary>
static class ScoreOrder
{
    /// <summary>
    /// Sorts <paramref name="rows"/>, which must ascend, by their scores. <paramref name="keys"/> is scratch of the same
    /// length or more.
    /// </summary>
    public static void Sort(Span<int> rows, ReadOnlySpan<double> scores, Span<double> keys)
    {
        keys = keys[..rows.Length];
        for (var i = 0; i < rows.Length; i++)
            keys[i] = -scores[rows[i]];
        keys.Sort(rows);
        // The sort is not stable: rows of equal score are put back in order.
        for (var start = 0; start < rows.Length; )
        {
            var end = start + 1;
            while (end < rows.Length && keys[end] == keys[start])
                end++;
            if (end - start > 1)
                rows[start..end].Sort();
            start = end;
        }
    }
}
