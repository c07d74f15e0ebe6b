using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>
/// Finds which annotations of an image are one object: agglomerative clustering by mean similarity, with at most one
/// annotation of each annotator in a cluster. Unlike matching annotator after annotator ("sequential Hungarian"), the
/// outcome does not depend on the order in which annotators are named. Pairs of one class go first among equal ones, so
/// that place decides and class only breaks ties ("localization first", KALOS, arXiv 2603.27197).
/// </summary>
static class UnitClustering
{
    public static List<Unit> Of(ImageShapes shapes, double threshold)
    {
        var clusters = shapes.Nodes.Select((node, i) => new Cluster(i, 1ul << (node.Annotator % 64))).ToArray();
        var links = LinksOf(shapes, threshold, clusters.Length);
        // What nothing links cannot become one: each group of linked annotations is clustered on its own.
        foreach (var group in GroupsOf(links))
        {
            // Linked annotations are of one pool.
            var lowest = shapes.Nodes[group[0]].Pool == ShapePool.Tag ? MatchRules.TagThreshold : threshold;
            while (Best(group, clusters, links, lowest) is { } best)
                Merge(clusters, links, best.First, best.Second);
        }

        return
        [
            .. Enumerable
                .Range(0, clusters.Length)
                .GroupBy(i => Root(clusters, i))
                .OrderBy(unit => unit.Key)
                .Select(unit => UnitOf(shapes, [.. unit])),
        ];
    }

    // For each cluster its neighbours with the sum of the similarities between their members.
    static SortedDictionary<int, double>[] LinksOf(ImageShapes shapes, double threshold, int count)
    {
        var links = new SortedDictionary<int, double>[count];
        for (var i = 0; i < count; i++)
            links[i] = [];
        foreach (var pair in shapes.Pairs)
        {
            if (!pair.Reaches(threshold))
                continue;
            // A class in common breaks ties and nothing else: no measured similarity differs by so little on purpose.
            var value = pair.Similarity + (pair.IsSameClass ? 1e-9 : 0);
            links[pair.First][pair.Second] = value;
            links[pair.Second][pair.First] = value;
        }

        return links;
    }

    static IEnumerable<List<int>> GroupsOf(SortedDictionary<int, double>[] links)
    {
        var isSeen = new bool[links.Length];
        for (var start = 0; start < links.Length; start++)
        {
            if (isSeen[start] || links[start].Count == 0)
                continue;
            List<int> group = [start];
            isSeen[start] = true;
            for (var at = 0; at < group.Count; at++)
                foreach (var next in links[group[at]].Keys)
                    if (!isSeen[next])
                    {
                        isSeen[next] = true;
                        group.Add(next);
                    }

            group.Sort();
            yield return group;
        }
    }

    static (int First, int Second)? Best(
        List<int> group,
        Cluster[] clusters,
        SortedDictionary<int, double>[] links,
        double threshold
    )
    {
        (int, int)? best = null;
        var highest = threshold;
        foreach (var i in group)
        foreach (var (j, sum) in links[i])
        {
            if (j <= i || (clusters[i].Annotators & clusters[j].Annotators) != 0)
                continue;
            var mean = sum / ((double)clusters[i].Size * clusters[j].Size);
            if (mean > highest || (best is null && mean >= highest))
                (best, highest) = ((i, j), mean);
        }

        return best;
    }

    static void Merge(Cluster[] clusters, SortedDictionary<int, double>[] links, int first, int second)
    {
        clusters[second] = clusters[second] with { Parent = first };
        clusters[first] = clusters[first] with
        {
            Annotators = clusters[first].Annotators | clusters[second].Annotators,
            Size = clusters[first].Size + clusters[second].Size,
        };
        links[first].Remove(second);
        foreach (var (other, sum) in links[second])
        {
            links[other].Remove(second);
            if (other == first)
                continue;
            links[first][other] = links[first].GetValueOrDefault(other) + sum;
            links[other][first] = links[first][other];
        }

        links[second].Clear();
    }

    static int Root(Cluster[] clusters, int cluster)
    {
        while (clusters[cluster].Parent != cluster)
            cluster = clusters[cluster].Parent;
        return cluster;
    }

    /// <summary>The nodes of one object, as a unit.</summary>
    public static Unit UnitOf(ImageShapes shapes, IReadOnlyList<int> members)
    {
        var rows = new int[shapes.Annotators];
        var classes = new int[shapes.Annotators];
        Array.Fill(rows, -1);
        Array.Fill(classes, -1);
        foreach (var member in members)
            (rows[shapes.Nodes[member].Annotator], classes[shapes.Nodes[member].Annotator]) = (
                shapes.Nodes[member].Row,
                shapes.Nodes[member].Class
            );
        return new(
            shapes.Image,
            rows,
            classes,
            [.. rows.Select((row, annotator) => row < 0 && shapes.IsExcused(annotator, members))]
        );
    }

    readonly record struct Cluster(int Parent, ulong Annotators)
    {
        public int Size { get; init; } = 1;
    }
}
