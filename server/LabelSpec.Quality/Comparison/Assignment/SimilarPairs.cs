using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>Finds how alike the units of two sides are. Whoever compares shapes, compares them here.</summary>
static class SimilarPairs
{
    // Below this, looking at all pairs costs less than a search.
    const int WorthASearch = 400;

    /// <summary>The pairs that have anything in common, by the first, then by the second.</summary>
    public static List<SimilarPair> Between(
        ShapePool pool,
        List<ShapeUnit> first,
        List<ShapeUnit> second,
        MatchRules rules,
        Canvas canvas
    )
    {
        var pairs = new List<SimilarPair>();
        if (first.Count == 0 || second.Count == 0)
            return pairs;
        var needsOverlap = first.TrueForAll(unit => rules.SimilarityOf(pool, unit.Label).NeedsOverlap);
        if (needsOverlap && (long)first.Count * second.Count > WorthASearch)
        {
            var near = BoxPairs.FindBetween(
                [.. first.Select(unit => unit.Bounds)],
                [.. second.Select(unit => unit.Bounds)]
            );
            foreach (var (i, j) in near)
                Add(i, j);
            return pairs;
        }

        for (var i = 0; i < first.Count; i++)
        for (var j = 0; j < second.Count; j++)
            if (!needsOverlap || first[i].Bounds.IntersectionArea(second[j].Bounds) > 0)
                Add(i, j);
        return pairs;

        void Add(int i, int j)
        {
            var similarity = rules.SimilarityOf(pool, first[i].Label).Of(first[i], second[j], canvas);
            if (similarity > 0)
                pairs.Add(new(i, j, similarity));
        }
    }
}
