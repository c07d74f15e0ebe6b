using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>Reads what all annotators drew in one image, and compares it pool by pool, two annotators at a time.</summary>
sealed class ImageShapesReader(ShapePlan plan, ShapeReader reader)
{
    readonly List<ShapeNode> nodes = [];
    readonly SortedDictionary<(ShapePool Pool, int Annotator), (List<ShapeUnit> Units, List<int> Nodes)> pools = [];

    public ImageShapes Read(int image)
    {
        var canvas = Canvas.Of([
            .. plan.Annotators.Select((work, i) => (work.Dataset, plan.Images.RowsOf(image, i).ToArray())),
        ]);
        var ignored = new IgnoredRegions[plan.Annotators.Count];
        for (var annotator = 0; annotator < ignored.Length; annotator++)
        {
            var shapes = ShapesOf(image, annotator, canvas);
            ignored[annotator] = plan.Profile.Ignoring.TakeFrom(shapes, canvas, plan.Classes.IsIgnored);
            GroupBounds.Set(shapes, plan.Profile);
            AddNodes(annotator, shapes);
        }

        return new(image, nodes, Pairs(canvas), ignored, plan.Rules, canvas);
    }

    List<ComparedShape> ShapesOf(int image, int annotator, Canvas canvas)
    {
        var work = plan.Annotators[annotator];
        List<ComparedShape> shapes = [];
        foreach (var row in plan.Images.RowsOf(image, annotator))
            reader.Read(
                work.Dataset,
                [.. work.RowsOf(row)],
                category => plan.Classes.Of(work.Dataset, category),
                canvas,
                shapes
            );
        shapes.Sort(plan.Profile.Order);
        return shapes;
    }

    // In the order of the file, which reports keep.
    void AddNodes(int annotator, List<ComparedShape> shapes)
    {
        var painting = plan.Parameters.PanopticComparison ? plan.Profile.Painting : null;
        var units = shapes
            .GroupBy(shape => shape.Pool)
            .SelectMany(pool => plan.Profile.Units.Build([.. pool], painting))
            .OrderBy(unit => unit.First.Row);
        foreach (var unit in units)
        {
            if (!pools.TryGetValue((unit.First.Pool, annotator), out var pool))
                pools.Add((unit.First.Pool, annotator), pool = ([], []));
            pool.Units.Add(unit);
            pool.Nodes.Add(nodes.Count);
            nodes.Add(new(annotator, unit));
        }
    }

    List<ShapePair> Pairs(Canvas canvas)
    {
        var pairs = new List<ShapePair>();
        foreach (var ((pool, first), left) in pools)
        foreach (
            var ((_, second), right) in pools.Where(other => other.Key.Pool == pool && other.Key.Annotator > first)
        )
        foreach (var (i, j, similarity) in SimilarPairs.Between(pool, left.Units, right.Units, plan.Rules, canvas))
        {
            var isSameClass = left.Units[i].Label == right.Units[j].Label;
            var mutual = isSameClass ? similarity : plan.Rules.Mutual(pool, left.Units[i], right.Units[j], canvas);
            if (mutual >= (pool == ShapePool.Tag ? MatchRules.TagThreshold : plan.Lowest))
                pairs.Add(new(left.Nodes[i], right.Nodes[j], mutual, isSameClass));
        }

        // In the order in which they become one object; then in the order of files.
        pairs.Sort(
            (a, b) =>
                b.Weight != a.Weight ? b.Weight.CompareTo(a.Weight)
                : a.First != b.First ? a.First.CompareTo(b.First)
                : a.Second.CompareTo(b.Second)
        );
        return pairs;
    }
}
