using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.Matching;

namespace LabelSpec.Quality.Consensus;

/// <summary>
/// Which annotations of an image CVAT takes for one object (<c>cvat/apps/consensus/intersect_merge.py</c> over datumaro's
/// IntersectMerge): kind by kind, an optimal assignment of every two replicas, of which pairs with one label become links;
/// then clusters along the links, where a new member must be like every other, and no replica is in twice. Unlike
/// <see cref="UnitClustering"/> it depends on the order of replicas.
/// </summary>
static class CvatClustering
{
    public static List<Unit> Of(ImageShapes shapes, double threshold)
    {
        var similar = shapes.Pairs.ToDictionary(pair => (pair.First, pair.Second), pair => pair.Similarity);
        var links = new SortedSet<int>[shapes.Nodes.Count];
        for (var node = 0; node < links.Length; node++)
            links[node] = [];
        foreach (var kind in shapes.Nodes.Select(node => node.Kind).Distinct())
            for (var a = 0; a < shapes.Annotators; a++)
            for (var b = a + 1; b < shapes.Annotators; b++)
                Link(shapes, NodesOf(shapes, a, kind), NodesOf(shapes, b, kind), similar, threshold, links);
        return [.. Clusters(shapes, links, similar, threshold).Select(cluster => UnitOf(shapes, cluster))];
    }

    static int[] NodesOf(ImageShapes shapes, int annotator, ShapeKind kind) =>
        [
            .. Enumerable
                .Range(0, shapes.Nodes.Count)
                .Where(node => shapes.Nodes[node].Annotator == annotator && shapes.Nodes[node].Kind == kind),
        ];

    // The square matrix of costs that CVAT builds: 1 for padding and for what is too far apart.
    static void Link(
        ImageShapes shapes,
        int[] first,
        int[] second,
        Dictionary<(int, int), double> similar,
        double threshold,
        SortedSet<int>[] links
    )
    {
        if (first.Length == 0 || second.Length == 0)
            return;
        var size = Math.Max(first.Length, second.Length);
        var costs = new double[size * size];
        Array.Fill(costs, 1);
        for (var a = 0; a < first.Length; a++)
        for (var b = 0; b < second.Length; b++)
            if (similar.TryGetValue((first[a], second[b]), out var similarity) && 1 - similarity <= 1 - threshold)
                costs[a * size + b] = 1 - similarity;
        var partners = OptimalAssignment.Minimise(costs, size, size);
        for (var a = 0; a < first.Length; a++)
            if (
                partners[a] < second.Length
                && costs[a * size + partners[a]] < 1
                && shapes.Nodes[first[a]].Class == shapes.Nodes[second[partners[a]]].Class
            )
                links[first[a]].Add(second[partners[a]]);
    }

    static IEnumerable<List<int>> Clusters(
        ImageShapes shapes,
        SortedSet<int>[] links,
        Dictionary<(int, int), double> similar,
        double threshold
    )
    {
        var isVisited = new bool[links.Length];
        for (var start = 0; start < links.Length; start++)
        {
            if (isVisited[start])
                continue;
            isVisited[start] = true;
            List<int> cluster = [start];
            for (var at = 0; at < cluster.Count; at++)
                foreach (var next in links[cluster[at]])
                    if (!isVisited[next] && cluster.TrueForAll(member => Fits(member, next)))
                    {
                        isVisited[next] = true;
                        cluster.Add(next);
                    }

            yield return cluster;
        }

        bool Fits(int member, int next) =>
            shapes.Nodes[member].Annotator != shapes.Nodes[next].Annotator
            && similar.TryGetValue((Math.Min(member, next), Math.Max(member, next)), out var similarity)
            && similarity >= threshold;
    }

    static Unit UnitOf(ImageShapes shapes, List<int> cluster)
    {
        var rows = new int[shapes.Annotators];
        var classes = new int[shapes.Annotators];
        Array.Fill(rows, -1);
        Array.Fill(classes, -1);
        foreach (var node in cluster)
            (rows[shapes.Nodes[node].Annotator], classes[shapes.Nodes[node].Annotator]) = (
                shapes.Nodes[node].Row,
                shapes.Nodes[node].Class
            );
        return new(shapes.Image, rows, classes);
    }
}
