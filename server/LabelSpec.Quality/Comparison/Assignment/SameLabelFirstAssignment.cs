namespace LabelSpec.Quality.Comparison;

/// <summary>
/// CVAT from 2.74 on (<c>annotation_matching.py</c>): first among equal labels, then, label-blind, among what that left.
/// </summary>
/// <param name="solve">Assigns the pairs that it is given.</param>
sealed class SameLabelFirstAssignment(Func<SimilarityTable, IEnumerable<SimilarPair>, List<SimilarPair>> solve)
    : IAssignment
{
    public List<SimilarPair> Assign(SimilarityTable table)
    {
        var hits = solve(table, table.Pairs.Where(table.HasSameLabel));
        var takenTruth = new bool[table.TruthLabels.Length];
        var takenWork = new bool[table.WorkLabels.Length];
        foreach (var hit in hits)
            takenTruth[hit.Truth] = takenWork[hit.Work] = true;
        if (hits.Count < Math.Min(takenTruth.Length, takenWork.Length))
            hits.AddRange(solve(table, table.Pairs.Where(pair => !takenTruth[pair.Truth] && !takenWork[pair.Work])));
        return hits;
    }
}
