using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>Pairs the annotations of one pool of one image: units, similarities, assignment.</summary>
sealed class PoolMatcher(
    ProfileStrategies profile,
    ComparisonParameters parameters,
    MatchRules rules,
    AttributeComparison attributes
)
{
    // Below this, looking at all pairs costs less than a search.
    const int WorthASearch = 400;

    public PoolMatch Match(ShapePool pool, List<ComparedShape> truth, List<ComparedShape> work, ImageScene scene)
    {
        var painting = parameters.PanopticComparison ? profile.Painting : null;
        var left = profile.Units.Build(truth, painting);
        var right = profile.Units.Build(work, painting);
        var thresholds = new double[left.Count];
        for (var i = 0; i < thresholds.Length; i++)
            thresholds[i] = rules.ThresholdOf(pool, left[i]);
        var table = new SimilarityTable(
            [.. left.Select(unit => unit.Label)],
            [.. right.Select(unit => unit.Label)],
            PairsOf(pool, left, right, scene),
            thresholds
        );
        return new(pool, left, right, table, profile.Assignment.Assign(table));
    }

    List<SimilarPair> PairsOf(ShapePool pool, List<ShapeUnit> truth, List<ShapeUnit> work, ImageScene scene)
    {
        var pairs = new List<SimilarPair>();
        if (truth.Count == 0 || work.Count == 0)
            return pairs;
        var needsOverlap = truth.TrueForAll(unit => rules.SimilarityOf(pool, unit.Label).NeedsOverlap);
        if (needsOverlap && (long)truth.Count * work.Count > WorthASearch)
        {
            var near = BoxPairs.FindBetween(
                [.. truth.Select(unit => unit.Bounds)],
                [.. work.Select(unit => unit.Bounds)]
            );
            foreach (var (first, second) in near)
                Add(first, second);
            return pairs;
        }

        for (var i = 0; i < truth.Count; i++)
        for (var j = 0; j < work.Count; j++)
            if (!needsOverlap || truth[i].Bounds.IntersectionArea(work[j].Bounds) > 0)
                Add(i, j);
        return pairs;

        void Add(int i, int j)
        {
            var similarity = rules.SimilarityOf(pool, truth[i].Label).Of(truth[i], work[j], scene);
            if (similarity > 0 && !profile.Veto.Forbids(truth[i], work[j], scene, parameters, attributes))
                pairs.Add(new(i, j, similarity));
        }
    }
}
