namespace LabelSpec.Quality.Agreement.Units;

/// <summary>
/// The annotations of one image by all annotators, and how much those of different annotators resemble each other. Pairs
/// below the lowest threshold that anybody asks for are not kept.
/// </summary>
sealed class ImageShapes
{
    readonly List<ShapeNode> nodes = [];
    readonly List<ShapePair> pairs = [];
    readonly List<ShapeOverlap> shapes = [];

    public ImageShapes(
        int image,
        IReadOnlyList<AnnotatorWork> annotators,
        SharedImages images,
        ClassList classes,
        double lowest
    )
    {
        Image = image;
        Annotators = annotators.Count;
        for (var annotator = 0; annotator < annotators.Count; annotator++)
        {
            if (images.RowOf(image, annotator) is not (>= 0 and var row))
                continue;
            foreach (var annotation in annotators[annotator].RowsOf(row))
            {
                nodes.Add(
                    new(
                        annotator,
                        annotation,
                        classes.Of(annotators[annotator], annotation),
                        annotators[annotator].Dataset.Annotations.Shapes[annotation]
                    )
                );
                shapes.Add(new(annotators[annotator].Dataset, annotation));
            }
        }

        for (var i = 0; i < nodes.Count; i++)
        for (var j = i + 1; j < nodes.Count; j++)
            if (nodes[i].Annotator != nodes[j].Annotator)
                AddPair(i, j, lowest);
        // The most similar first; of equal ones those of one class; then in the order of files.
        pairs.Sort(
            (a, b) =>
                b.Similarity != a.Similarity ? b.Similarity.CompareTo(a.Similarity)
                : b.IsSameClass != a.IsSameClass ? b.IsSameClass.CompareTo(a.IsSameClass)
                : a.First != b.First ? a.First.CompareTo(b.First)
                : a.Second.CompareTo(b.Second)
        );
    }

    public int Image { get; }

    public int Annotators { get; }

    public IReadOnlyList<ShapeNode> Nodes => nodes;

    /// <summary>The most similar first.</summary>
    public IReadOnlyList<ShapePair> Pairs => pairs;

    /// <summary>How alike two nodes are, however little; 0 where it cannot be told.</summary>
    public double Overlap(int first, int second)
    {
        if (shapes[first].IsOfImage || shapes[second].IsOfImage)
            return shapes[first].With(shapes[second]);
        if (!(shapes[first].Bounds.IntersectionArea(shapes[second].Bounds) > 0))
            return 0;
        var similarity = shapes[first].With(shapes[second]);
        return double.IsNaN(similarity) ? 0 : similarity;
    }

    /// <summary>The node of an annotation; -1 for what is not in this image.</summary>
    public int IndexOf(int annotator, int row) =>
        nodes.FindIndex(node => node.Annotator == annotator && node.Row == row);

    /// <summary>The shape of a node.</summary>
    public ShapeOverlap ShapeAt(int node) => shapes[node];

    /// <summary>How alike two annotations are; null for what is not in this image.</summary>
    public double? SimilarityOf(int firstAnnotator, int firstRow, int secondAnnotator, int secondRow)
    {
        int first = IndexOf(firstAnnotator, firstRow),
            second = IndexOf(secondAnnotator, secondRow);
        return first < 0 || second < 0 ? null : Overlap(first, second);
    }

    void AddPair(int i, int j, double lowest)
    {
        var isSameClass = nodes[i].Class == nodes[j].Class;
        // Tags have no place that could make two of them one: only their class does.
        if (shapes[i].IsOfImage != shapes[j].IsOfImage || (shapes[i].IsOfImage && !isSameClass))
            return;
        if (!shapes[i].IsOfImage && !(shapes[i].Bounds.IntersectionArea(shapes[j].Bounds) > 0))
            return;
        var similarity = shapes[i].With(shapes[j]);
        if (similarity >= lowest)
            pairs.Add(new(i, j, similarity, isSameClass));
    }
}
