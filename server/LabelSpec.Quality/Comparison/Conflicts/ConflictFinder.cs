using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>Lists what differs in one image. What a profile gives no severity is not a conflict for it.</summary>
sealed class ConflictFinder(ProfileStrategies profile, ComparisonParameters parameters, AttributeComparison attributes)
{
    /// <summary>From this similarity on, a missing and an extra annotation of one label are nearly a pair (TIDE, t_b).</summary>
    const double NearMissFrom = 0.1;

    readonly ImmutableArray<Conflict>.Builder found = ImmutableArray.CreateBuilder<Conflict>();

    public ImmutableArray<Conflict> Find(
        ImageScene scene,
        List<PoolMatch> matches,
        List<MatchedShapes> pairs,
        OutcomeList outcomes,
        Dictionary<(int Label, int Attribute), (int Equal, int Compared)> counts
    )
    {
        foreach (var (shape, match, nearest) in outcomes.Missing)
            AddLone(ConflictType.MissingAnnotation, shape.Row, -1, nearest, match.Work);
        foreach (var (shape, match, nearest) in outcomes.Extra)
            AddLone(ConflictType.ExtraAnnotation, -1, shape.Row, nearest, match.Truth);
        foreach (var pair in pairs)
            Judge(pair, scene, counts);
        if (parameters.CompareGroups && Judges(ConflictType.MismatchingGroups))
            foreach (var part in scene.Parts(profile))
                AddGroups(part, pairs);
        if (parameters.CheckCoveredAnnotations && Judges(ConflictType.CoveredAnnotation))
            foreach (var part in scene.Parts(profile))
                AddCovered(part);
        AddDuplicates(outcomes, matches);
        AddNearMisses(outcomes);
        return found.DrainToImmutable();
    }

    void Judge(
        MatchedShapes pair,
        ImageScene scene,
        Dictionary<(int Label, int Attribute), (int Equal, int Compared)> counts
    )
    {
        var isTag = pair.Pool.Pool == ShapePool.Tag;
        if (pair.Truth.Label != pair.Work.Label)
            Add(ConflictType.MismatchingLabel, pair);
        else
        {
            var differences = new List<AttributeDifference>();
            attributes.Compare(pair.Truth, pair.Work, counts, differences);
            if (differences.Count > 0)
                Add(ConflictType.MismatchingAttributes, pair, [.. differences]);
        }

        if (!isTag && pair.Pair.Similarity > 0 && pair.Pair.Similarity < parameters.LowOverlapThreshold)
            Add(ConflictType.LowOverlap, pair);
        if (
            pair.Pool.Pool == ShapePool.Polyline
            && Judges(ConflictType.MismatchingDirection)
            && LineDirection.IsReversed(pair.Truth, pair.Work, scene.Canvas, parameters)
        )
            Add(ConflictType.MismatchingDirection, pair);
    }

    void AddGroups(ImageScene scene, List<MatchedShapes> pairs)
    {
        var pools = scene.Truth.Select(shape => shape.Pool).Where(pool => pool != ShapePool.Tag).ToHashSet();
        foreach (
            var pair in GroupComparison.Mismatching(
                scene,
                pairs.FindAll(pair => pools.Contains(pair.Pool.Pool)),
                profile.Assignment,
                parameters.GroupMatchThreshold
            )
        )
            Add(ConflictType.MismatchingGroups, pair);
    }

    void AddCovered(ImageScene scene)
    {
        foreach (
            var (shape, visible) in CoveredShapes.Find(scene, profile.Painting, parameters.ObjectVisibilityThreshold)
        )
            found.Add(
                new(ConflictType.CoveredAnnotation, SeverityOf(ConflictType.CoveredAnnotation), -1, shape.Row, visible)
            );
    }

    void AddDuplicates(OutcomeList outcomes, List<PoolMatch> matches)
    {
        if (!Judges(ConflictType.DuplicateAnnotation))
            return;
        var partners = matches.ToDictionary(
            match => match,
            match => match.Hits.ToDictionary(hit => hit.Truth, hit => hit.Work)
        );
        foreach (var (shape, match, nearest) in outcomes.Extra)
            if (
                nearest.Unit >= 0
                && nearest.Similarity >= match.Table.Thresholds[nearest.Unit]
                && match.Truth[nearest.Unit].Label == shape.Label
                && partners[match].TryGetValue(nearest.Unit, out var partner)
            )
                found.Add(
                    new(
                        ConflictType.DuplicateAnnotation,
                        SeverityOf(ConflictType.DuplicateAnnotation),
                        match.Truth[nearest.Unit].First.Row,
                        shape.Row,
                        nearest.Similarity
                    )
                    {
                        SecondBest = new(
                            match.Work[partner].First.Row,
                            match.Hits.Find(hit => hit.Truth == nearest.Unit).Similarity
                        ),
                    }
                );
    }

    // The most alike first, each annotation once.
    void AddNearMisses(OutcomeList outcomes)
    {
        if (!Judges(ConflictType.NearMiss))
            return;
        var extra = outcomes.Extra.Select(item => item.Shape).ToHashSet();
        var missing = outcomes.Missing.Select(item => item.Shape).ToHashSet();
        if (extra.Count == 0 || missing.Count == 0)
            return;
        var near =
            from match in outcomes.Missing.Select(item => item.Match).Distinct()
            where match.Pool != ShapePool.Tag
            from pair in match.Table.Pairs
            where pair.Similarity >= NearMissFrom && match.Table.HasSameLabel(pair)
            let truth = match.Truth[pair.Truth].First
            let work = match.Work[pair.Work].First
            where missing.Contains(truth) && extra.Contains(work)
            orderby pair.Similarity descending
            select (truth, work, match, pair);
        foreach (var (truth, work, match, pair) in near)
            if (missing.Contains(truth) && extra.Contains(work))
            {
                missing.Remove(truth);
                extra.Remove(work);
                Add(ConflictType.NearMiss, new(truth, work, match, pair));
            }
    }

    void AddLone(
        ConflictType type,
        int truth,
        int work,
        (int Unit, double Similarity) nearest,
        List<ShapeUnit> others
    ) =>
        found.Add(
            new(type, SeverityOf(type), truth, work, nearest.Similarity)
            {
                SecondBest = nearest.Unit < 0 ? null : new(others[nearest.Unit].First.Row, nearest.Similarity),
            }
        );

    void Add(ConflictType type, MatchedShapes pair, ImmutableArray<AttributeDifference> differences = default)
    {
        if (!Judges(type))
            return;
        var (unit, similarity) = pair.Pool.Table.NearestOfTruth(pair.Pair.Truth, pair.Pair.Work);
        found.Add(
            new(type, SeverityOf(type), pair.Truth.Row, pair.Work.Row, pair.Pair.Similarity)
            {
                SecondBest = unit < 0 ? null : new(pair.Pool.Work[unit].First.Row, similarity),
                Attributes = differences.IsDefault ? [] : differences,
            }
        );
    }

    bool Judges(ConflictType type) => profile.Severities.ContainsKey(type);

    Grammar.Severity SeverityOf(ConflictType type) => profile.Severities[type];
}
