using LabelSpec.Quality.Matching;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// CVAT's assignment (<c>match_segments</c>): a square matrix of costs 1 − s, padded with 1, where every cost above
/// 1 − threshold becomes 1, solved by SciPy's <c>linear_sum_assignment</c>. A pair of cost below 1 is a hit, one that
/// equals its threshold too.
/// </summary>
static class PaddedAssignment
{
    public static List<SimilarPair> Solve(SimilarityTable table, IEnumerable<SimilarPair> pairs)
    {
        var size = Math.Max(table.TruthLabels.Length, table.WorkLabels.Length);
        var hits = new List<SimilarPair>();
        if (table.TruthLabels.Length == 0 || table.WorkLabels.Length == 0)
            return hits;
        var costs = new double[size * size];
        Array.Fill(costs, 1);
        var any = false;
        foreach (var (truth, work, similarity) in pairs)
        {
            var cost = 1 - similarity;
            if (!(cost <= 1 - table.Thresholds[truth]))
                continue;
            costs[truth * size + work] = cost;
            any = true;
        }

        if (!any)
            return hits;
        var assigned = OptimalAssignment.Minimise(costs, size, size);
        for (var truth = 0; truth < table.TruthLabels.Length; truth++)
        {
            var work = assigned[truth];
            if (work >= 0 && work < table.WorkLabels.Length && costs[truth * size + work] is not 1 and var cost)
                hits.Add(new(truth, work, 1 - cost));
        }

        return hits;
    }
}
