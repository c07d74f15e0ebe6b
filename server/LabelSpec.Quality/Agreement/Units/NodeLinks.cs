namespace LabelSpec.Quality.Agreement.Units;

/// <summary>For each node those that may be one object with it, in two arrays for the whole image.</summary>
sealed class NodeLinks
{
    readonly int[] ends;
    readonly (int Node, double Weight)[] links;

    NodeLinks(int[] ends, (int Node, double Weight)[] links) => (this.ends, this.links) = (ends, links);

    public static NodeLinks Of(ImageShapes shapes, double[] thresholds)
    {
        var ends = new int[shapes.Nodes.Count];
        foreach (var pair in shapes.Pairs)
            if (pair.Reaches(thresholds))
            {
                ends[pair.First]++;
                ends[pair.Second]++;
            }

        var total = 0;
        for (var node = 0; node < ends.Length; node++)
            (ends[node], total) = (total, total + ends[node]);
        var links = new (int Node, double Weight)[total];
        foreach (var pair in shapes.Pairs)
            if (pair.Reaches(thresholds))
            {
                links[ends[pair.First]++] = (pair.Second, pair.Weight);
                links[ends[pair.Second]++] = (pair.First, pair.Weight);
            }

        return new(ends, links);
    }

    public ReadOnlySpan<(int Node, double Weight)> Of(int node)
    {
        var start = node == 0 ? 0 : ends[node - 1];
        return links.AsSpan(start, ends[node] - start);
    }
}
