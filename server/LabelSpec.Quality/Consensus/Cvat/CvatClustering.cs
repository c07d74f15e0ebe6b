using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Consensus.Cvat;

/// <summary>
/// Which shapes of one pool CVAT takes for one object (<c>cvat/apps/consensus/intersect_merge.py</c>,
/// <c>ShapeMatcher.match_annotations</c>): every two replicas are assigned to each other as in a quality report, pairs with
/// equal labels become links to the later replica, and clusters grow along the links. A shape that is reached must be like
/// every member that is in the cluster by then, and of another replica; CVAT asks this when it is reached and not when it
/// is taken, so that two that are reached at once need not be like each other. It takes them in the order of memory
/// addresses; here the earlier replica goes first.
/// </summary>
sealed class CvatClustering(ImageShapes shapes, IAssignment assignment, double threshold)
{
    /// <summary>The clusters of the nodes of one pool, each in the order of replicas.</summary>
    public List<List<int>> Of(IReadOnlyList<int> pool)
    {
        var links = pool.ToDictionary(node => node, _ => new List<int>());
        var byReplica = pool.GroupBy(node => shapes.Nodes[node].Annotator)
            .OrderBy(replica => replica.Key)
            .Select(replica => replica.ToArray())
            .ToList();
        for (var a = 0; a < byReplica.Count; a++)
        for (var b = a + 1; b < byReplica.Count; b++)
            foreach (var (first, second) in Links(byReplica[a], byReplica[b]))
                links[first].Add(second);
        return Clusters(pool, links);
    }

    IEnumerable<(int First, int Second)> Links(int[] first, int[] second)
    {
        var pairs = new List<SimilarPair>();
        for (var i = 0; i < first.Length; i++)
        for (var j = 0; j < second.Length; j++)
            if (shapes.Overlap(first[i], second[j]) is > 0 and var similarity)
                pairs.Add(new(i, j, similarity));
        var thresholds = new double[first.Length];
        Array.Fill(thresholds, threshold);
        var table = new SimilarityTable(
            [.. first.Select(node => shapes.Nodes[node].Class)],
            [.. second.Select(node => shapes.Nodes[node].Class)],
            pairs,
            thresholds
        );
        return assignment
            .Assign(table)
            .Where(table.HasSameLabel)
            .Select(hit => (first[hit.Truth], second[hit.Work]))
            .OrderBy(link => link);
    }

    List<List<int>> Clusters(IReadOnlyList<int> pool, Dictionary<int, List<int>> links)
    {
        var clusters = new List<List<int>>();
        var isVisited = new HashSet<int>();
        foreach (var start in pool)
        {
            if (isVisited.Contains(start))
                continue;
            var cluster = new SortedSet<int>();
            var reached = new SortedSet<int> { start };
            while (reached.Count > 0)
            {
                var next = reached.Min;
                reached.Remove(next);
                isVisited.Add(next);
                // A second shape of a replica makes CVAT fail where it scores the cluster.
                if (!cluster.Any(member => IsOfOneReplica(member, next)))
                    cluster.Add(next);
                foreach (var other in links[next])
                    if (!isVisited.Contains(other) && cluster.All(member => Fits(member, other)))
                        reached.Add(other);
            }

            clusters.Add([.. cluster]);
        }

        return clusters;
    }

    bool Fits(int member, int other) =>
        !IsOfOneReplica(member, other) && (threshold <= 0 || shapes.Overlap(member, other) >= threshold);

    bool IsOfOneReplica(int a, int b) => shapes.Nodes[a].Annotator == shapes.Nodes[b].Annotator;
}
