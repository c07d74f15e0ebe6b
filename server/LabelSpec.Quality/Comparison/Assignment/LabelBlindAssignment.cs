namespace LabelSpec.Quality.Comparison;

/// <summary>CVAT up to 2.73: one assignment that does not look at labels.</summary>
sealed class LabelBlindAssignment : IAssignment
{
    public List<SimilarPair> Assign(SimilarityTable table) => PaddedAssignment.Solve(table, table.Pairs);
}
