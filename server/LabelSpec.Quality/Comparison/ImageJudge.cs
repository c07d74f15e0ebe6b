namespace LabelSpec.Quality.Comparison;

/// <summary>Pairs what stands in both sides of one picture, and tells what differs. Safe to use from several threads.</summary>
sealed class ImageJudge(
    ComparedData data,
    ProfileStrategies profile,
    ComparisonParameters parameters,
    MatchRules rules,
    AttributeComparison attributes,
    int labels
)
{
    readonly PoolMatcher matcher = new(profile, parameters, rules, attributes);

    public ImageResult Judge(ImagePair pair, ImageScene scene, IgnoredRegions ignored)
    {
        var matches = Match(scene);
        var pairs = new List<MatchedShapes>();
        foreach (var match in matches)
        foreach (var hit in match.Hits)
        foreach (var work in match.Work[hit.Work].Members)
        foreach (var truth in match.Truth[hit.Truth].Members)
            pairs.Add(new(truth, work, match, hit));

        var outcomes = new OutcomeList(ignored, pairs, matches);
        var counts = new Dictionary<(int Label, int Attribute), (int Equal, int Compared)>();
        var conflicts = new ConflictFinder(profile, parameters, attributes).Find(
            scene,
            matches,
            pairs,
            outcomes,
            counts
        );
        return new(
            pair.Name,
            data,
            pair,
            outcomes.All,
            conflicts,
            [
                .. counts
                    .OrderBy(entry => entry.Key)
                    .Select(entry => new AttributeCount(
                        entry.Key.Label,
                        entry.Key.Attribute,
                        entry.Value.Equal,
                        entry.Value.Compared
                    )),
            ],
            profile.MeanIou.Of(outcomes.All),
            parameters.EmptyIsAnnotated ? profile.EmptyImages.Of(outcomes.All, labels) : EmptySides.None
        );
    }

    List<PoolMatch> Match(ImageScene scene)
    {
        var matches = new List<PoolMatch>();
        var pools = new SortedDictionary<ShapePool, (List<ComparedShape> Truth, List<ComparedShape> Work)>();
        foreach (var shape in scene.Truth)
            PoolOf(shape.Pool).Truth.Add(shape);
        foreach (var shape in scene.Work)
            PoolOf(shape.Pool).Work.Add(shape);
        foreach (var (pool, (truth, work)) in pools)
            matches.Add(matcher.Match(pool, truth, work, scene.Canvas));
        return matches;

        (List<ComparedShape> Truth, List<ComparedShape> Work) PoolOf(ShapePool pool)
        {
            if (!pools.TryGetValue(pool, out var shapes))
                pools.Add(pool, shapes = ([], []));
            return shapes;
        }
    }
}
