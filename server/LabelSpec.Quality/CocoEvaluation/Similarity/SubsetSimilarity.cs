namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>The similarity of some of the detections, under new row numbers.</summary>
sealed class SubsetSimilarity(PairSimilarity all, int[] rows) : PairSimilarity
{
    public override void Measure(
        ReadOnlySpan<int> detectionRows,
        ReadOnlySpan<int> truthRows,
        Span<double> overlaps,
        Span<double> areas
    )
    {
        var original = new int[detectionRows.Length];
        for (var i = 0; i < original.Length; i++)
            original[i] = rows[detectionRows[i]];
        all.Measure(original, truthRows, overlaps, areas);
    }
}
