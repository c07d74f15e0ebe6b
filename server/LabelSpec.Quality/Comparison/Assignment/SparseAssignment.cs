using LabelSpec.Quality.Matching;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// The pairs with the largest sum of similarities, among those that reach their threshold. Units that no chain of such
/// pairs connects cannot influence each other, so that each connected part is assigned on its own and crowded images cost
/// little more than empty ones.
/// </summary>
static class SparseAssignment
{
    public static List<SimilarPair> Solve(SimilarityTable table, IEnumerable<SimilarPair> pairs)
    {
        var hits = new List<SimilarPair>();
        var truths = table.TruthLabels.Length;
        var parent = new int[truths + table.WorkLabels.Length];
        for (var i = 0; i < parent.Length; i++)
            parent[i] = i;
        var allowed = new List<SimilarPair>();
        foreach (var pair in pairs)
            if (pair.Similarity >= table.Thresholds[pair.Truth])
            {
                allowed.Add(pair);
                parent[Root(parent, pair.Truth)] = Root(parent, truths + pair.Work);
            }

        foreach (var part in allowed.GroupBy(pair => Root(parent, pair.Truth)))
            AddBest([.. part], hits);
        hits.Sort(static (a, b) => a.Truth.CompareTo(b.Truth));
        return hits;
    }

    static void AddBest(SimilarPair[] pairs, List<SimilarPair> hits)
    {
        if (pairs.Length == 1)
        {
            hits.Add(pairs[0]);
            return;
        }

        int[] truths = [.. pairs.Select(pair => pair.Truth).Distinct().Order()];
        int[] works = [.. pairs.Select(pair => pair.Work).Distinct().Order()];
        var values = new double[truths.Length * works.Length];
        foreach (var (truth, work, similarity) in pairs)
            values[Array.BinarySearch(truths, truth) * works.Length + Array.BinarySearch(works, work)] = similarity;
        var assigned = OptimalAssignment.Maximise(values, truths.Length, works.Length);
        for (var i = 0; i < truths.Length; i++)
            if (assigned[i] >= 0 && values[i * works.Length + assigned[i]] is > 0 and var similarity)
                hits.Add(new(truths[i], works[assigned[i]], similarity));
    }

    static int Root(int[] parent, int unit)
    {
        while (parent[unit] != unit)
            unit = parent[unit] = parent[parent[unit]];
        return unit;
    }
}
