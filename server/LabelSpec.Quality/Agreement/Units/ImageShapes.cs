using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>
/// The annotations of one image by all annotators, and how alike those of different annotators are. Pairs below the lowest
/// threshold that anybody asks for are not kept.
/// </summary>
sealed class ImageShapes
{
    readonly IgnoredRegions[] ignored;
    readonly MatchRules rules;
    readonly Dictionary<(int Annotator, int Row), int> nodeOf = [];

    /// <param name="nodes">By annotator, then in the order of files.</param>
    /// <param name="pairs">Those of most weight first.</param>
    /// <param name="ignored">For each annotator where they say that nothing is judged.</param>
    public ImageShapes(
        int image,
        IReadOnlyList<ShapeNode> nodes,
        IReadOnlyList<ShapePair> pairs,
        IgnoredRegions[] ignored,
        MatchRules rules,
        Canvas canvas
    )
    {
        (Image, Nodes, Pairs, this.ignored, this.rules, Canvas) = (image, nodes, pairs, ignored, rules, canvas);
        for (var i = 0; i < nodes.Count; i++)
            nodeOf[(nodes[i].Annotator, nodes[i].Row)] = i;
    }

    public int Image { get; }

    public int Annotators => ignored.Length;

    public Canvas Canvas { get; }

    public IReadOnlyList<ShapeNode> Nodes { get; }

    /// <summary>Those of most weight first; of equal ones those of the earliest nodes.</summary>
    public IReadOnlyList<ShapePair> Pairs { get; }

    /// <summary>How alike two nodes are, however little; 0 where it cannot be told, as for shapes of different pools.</summary>
    public double Overlap(int first, int second) =>
        first == second ? 1 : Overlap(Math.Min(first, second), Nodes[Math.Max(first, second)].Unit);

    /// <summary>How alike a node and any other shape are.</summary>
    public double Overlap(int node, ShapeUnit other)
    {
        var own = Nodes[node].Unit;
        if (own.First.Pool != other.First.Pool)
            return 0;
        var similarity = rules.Mutual(own.First.Pool, own, other, Canvas);
        return similarity > 0 ? similarity : 0;
    }

    /// <summary>For each node the least similarity that it must have with another to be one object with it.</summary>
    public double[] Thresholds() => [.. Nodes.Select(node => rules.ThresholdOf(node.Pool, node.Unit))];

    /// <summary>The same where every shape has one threshold; tags keep theirs.</summary>
    public double[] ThresholdsAt(double threshold) =>
        [.. Nodes.Select(node => node.Pool == ShapePool.Tag ? MatchRules.TagThreshold : threshold)];

    /// <summary>The node of an annotation; -1 for what is not in this image, or not compared.</summary>
    public int IndexOf(int annotator, int row) => nodeOf.GetValueOrDefault((annotator, row), -1);

    /// <summary>How alike two annotations are; null for what is not in this image.</summary>
    public double? SimilarityOf(int firstAnnotator, int firstRow, int secondAnnotator, int secondRow)
    {
        int first = IndexOf(firstAnnotator, firstRow),
            second = IndexOf(secondAnnotator, secondRow);
        return first < 0 || second < 0 ? null : Overlap(first, second);
    }

    /// <summary>
    /// Whether an annotator who did not draw these need not have: they marked the place as one where nothing is judged.
    /// </summary>
    public bool IsExcused(int annotator, IEnumerable<int> members) =>
        members.Any(member => ignored[annotator].Hold(Nodes[member].Unit.First));
}
