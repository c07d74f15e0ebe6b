using System.Numerics;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>
/// Joins, again and again, the two clusters whose members are most alike on average, while that mean reaches the threshold
/// of every member and no annotator is in both; of equal means those of the earliest nodes. Pairs of single nodes come in the order in which
/// they stand in the image, so that only the links of joined clusters need a queue; a link is out of date as soon as one of
/// its ends has grown, which is seen when it is taken. Each join looks at the neighbours of its two clusters: all joins
/// together look at each pair of nodes a few times, however crowded the image is.
/// </summary>
sealed class AverageLinkage
{
    readonly ImageShapes shapes;
    readonly double[] ofNode;

    /// <summary>The highest threshold of any member.</summary>
    readonly double[] thresholds;

    readonly int[] parent;
    readonly int[] size;

    /// <summary>Who is in a cluster, a bit for each annotator: there may be hundreds.</summary>
    readonly BigInteger[] annotators;

    /// <summary>Sums of similarities with the clusters that a joined one may still be joined with; none for single nodes.</summary>
    readonly Dictionary<int, double>?[] sums;

    readonly PriorityQueue<Link, Rank> joined = new();
    NodeLinks? ofNodes;

    AverageLinkage(ImageShapes shapes, double[] thresholds)
    {
        (this.shapes, ofNode, this.thresholds) = (shapes, thresholds, [.. thresholds]);
        var count = shapes.Nodes.Count;
        parent = [.. Enumerable.Range(0, count)];
        size = new int[count];
        Array.Fill(size, 1);
        // Numbered in the image: few are in each, however many there are in all.
        var ranks = shapes
            .Nodes.Select(node => node.Annotator)
            .Distinct()
            .Index()
            .ToDictionary(one => one.Item, one => one.Index);
        annotators = [.. shapes.Nodes.Select(node => BigInteger.One << ranks[node.Annotator])];
        sums = new Dictionary<int, double>?[count];
    }

    /// <summary>For each node the first node of its cluster.</summary>
    /// <param name="thresholds">For each node.</param>
    public static int[] RootsOf(ImageShapes shapes, double[] thresholds)
    {
        var linkage = new AverageLinkage(shapes, thresholds);
        linkage.JoinAll();
        return [.. Enumerable.Range(0, shapes.Nodes.Count).Select(linkage.Root)];
    }

    void JoinAll()
    {
        // Clusters of two are complete where two annotators looked.
        var grows = annotators.Distinct().Count() > 2;
        var next = 0;
        while (true)
        {
            while (next < shapes.Pairs.Count && !IsOpen(shapes.Pairs[next]))
                next++;
            while (joined.TryPeek(out var stale, out _) && !IsCurrent(stale))
                joined.Dequeue();
            var hasPair = next < shapes.Pairs.Count;
            if (
                joined.TryPeek(out var link, out var rank)
                && (!hasPair || rank.CompareTo(Rank.Of(shapes.Pairs[next])) < 0)
            )
                Join(joined.Dequeue().First, link.Second, grows);
            else if (hasPair)
                Join(shapes.Pairs[next].First, shapes.Pairs[next].Second, grows);
            else
                return;
        }
    }

    bool IsOpen(ShapePair pair) =>
        size[pair.First] == 1 && size[pair.Second] == 1 && IsRoot(pair) && pair.Reaches(ofNode);

    bool IsRoot(ShapePair pair) => parent[pair.First] == pair.First && parent[pair.Second] == pair.Second;

    // A cluster only ever grows: as long as it has its size it has its members.
    bool IsCurrent(Link link) =>
        parent[link.First] == link.First
        && parent[link.Second] == link.Second
        && size[link.First] == link.FirstSize
        && size[link.Second] == link.SecondSize;

    void Join(int first, int second, bool grows)
    {
        var own = grows ? SumsOf(first) : [];
        var others = grows ? SumsOf(second) : [];
        parent[second] = first;
        annotators[first] |= annotators[second];
        thresholds[first] = Math.Max(thresholds[first], thresholds[second]);
        size[first] += size[second];
        if (!grows)
            return;
        foreach (var (other, sum) in others)
            own[other] = own.GetValueOrDefault(other) + sum;
        own.Remove(first);
        own.Remove(second);
        foreach (var (other, sum) in own)
        {
            var ofOther = sums[other];
            ofOther?.Remove(second);
            // Annotators only ever join a cluster: two that share one stay apart for good.
            if (!(annotators[first] & annotators[other]).IsZero)
            {
                ofOther?.Remove(first);
                own.Remove(other);
                continue;
            }

            ofOther?[first] = sum;
            Queue(first, other, sum);
        }

        sums[first] = own;
        sums[second] = null;
    }

    void Queue(int cluster, int other, double sum)
    {
        int first = Math.Min(cluster, other),
            second = Math.Max(cluster, other);
        var mean = sum / ((double)size[first] * size[second]);
        if (mean >= Math.Max(thresholds[first], thresholds[second]))
            joined.Enqueue(new(first, second, size[first], size[second]), new(mean, first, second));
    }

    // Links of a single node with a joined cluster stand at the cluster.
    Dictionary<int, double> SumsOf(int cluster)
    {
        if (sums[cluster] is { } known)
            return known;
        ofNodes ??= NodeLinks.Of(shapes, ofNode);
        var found = new Dictionary<int, double>();
        foreach (var (node, weight) in ofNodes.Of(cluster))
        {
            var other = Root(node);
            if (size[other] == 1)
                found[other] = weight;
            else if (sums[other]!.TryGetValue(cluster, out var sum))
                found[other] = sum;
        }

        return found;
    }

    int Root(int node)
    {
        while (parent[node] != node)
            node = parent[node];
        return node;
    }

    readonly record struct Link(int First, int Second, int FirstSize, int SecondSize);

    /// <summary>What is joined first comes first.</summary>
    readonly record struct Rank(double Mean, int First, int Second) : IComparable<Rank>
    {
        public static Rank Of(ShapePair pair) => new(pair.Weight, pair.First, pair.Second);

        public int CompareTo(Rank other) =>
            other.Mean != Mean ? other.Mean.CompareTo(Mean)
            : First != other.First ? First.CompareTo(other.First)
            : Second.CompareTo(other.Second);
    }
}
