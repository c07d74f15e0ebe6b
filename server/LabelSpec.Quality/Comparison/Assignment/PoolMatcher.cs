namespace LabelSpec.Quality.Comparison;

/// <summary>Pairs the annotations of one pool of one image: units, similarities, assignment.</summary>
sealed class PoolMatcher(
    ProfileStrategies profile,
    ComparisonParameters parameters,
    MatchRules rules,
    AttributeComparison attributes
)
{
    public PoolMatch Match(ShapePool pool, List<ComparedShape> truth, List<ComparedShape> work, Canvas canvas)
    {
        var painting = parameters.PanopticComparison ? profile.Painting : null;
        var left = profile.Units.Build(truth, painting);
        var right = profile.Units.Build(work, painting);
        var thresholds = new double[left.Count];
        for (var i = 0; i < thresholds.Length; i++)
            thresholds[i] = rules.ThresholdOf(pool, left[i]);
        var pairs = SimilarPairs.Between(pool, left, right, rules, canvas);
        pairs.RemoveAll(pair =>
            profile.Veto.Forbids(left[pair.Truth], right[pair.Work], canvas, parameters, attributes)
        );
        var table = new SimilarityTable(
            [.. left.Select(unit => unit.Label)],
            [.. right.Select(unit => unit.Label)],
            pairs,
            thresholds
        );
        return new(pool, left, right, table, profile.Assignment.Assign(table));
    }
}
