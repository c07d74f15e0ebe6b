using System.Collections.Frozen;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// What two annotations must have in common to be a pair, for each pool and label: the <c>match</c> criteria of the
/// guideline, and the profile's parameters where it has none. A criterion for named classes goes before one for all, a later
/// one before an earlier one.
/// </summary>
sealed class MatchRules
{
    /// <summary>Tags pair up from here on, which all do (CVAT, <c>match_tags</c>).</summary>
    public const double TagThreshold = 0.5;

    static readonly FrozenDictionary<string, ShapePool[]> PoolsOfMeasure = new Dictionary<string, ShapePool[]>
    {
        ["iou"] =
        [
            ShapePool.Box,
            ShapePool.Ellipse,
            ShapePool.Region,
            ShapePool.Mask,
            ShapePool.DrawnCuboid,
            ShapePool.Polyline,
        ],
        ["mask_iou"] = [ShapePool.Region, ShapePool.Mask],
        ["oks"] = [ShapePool.Skeleton, ShapePool.Points],
        ["iou3d"] = [ShapePool.Cuboid],
        ["iou_bev"] = [ShapePool.Cuboid],
        ["distance"] = [ShapePool.Points],
    }.ToFrozenDictionary();

    /// <summary>Shapes whose centres may be compared, where the guideline says so for their class.</summary>
    static readonly ShapePool[] WithCentre =
    [
        ShapePool.Box,
        ShapePool.Ellipse,
        ShapePool.Region,
        ShapePool.Mask,
        ShapePool.Points,
        ShapePool.Skeleton,
    ];

    readonly ComparisonParameters parameters;
    readonly FrozenDictionary<ShapePool, ISimilarity> similarities;
    readonly Dictionary<(ShapePool Pool, int Label), Entry> special = [];

    public MatchRules(
        ComparisonParameters parameters,
        FrozenDictionary<ShapePool, ISimilarity> similarities,
        IReadOnlyList<ClassSymbol?> classes,
        IReadOnlyList<MatchRule> criteria
    )
    {
        (this.parameters, this.similarities) = (parameters, similarities);
        foreach (
            var rule in criteria
                .Where(rule => rule.Classes is null)
                .Concat(criteria.Where(rule => rule.Classes is not null))
        )
            for (var label = 0; label < classes.Count; label++)
                if (rule.Classes is null || (classes[label] is { } known && rule.Classes.Contains(known)))
                    foreach (var pool in PoolsOf(rule).Where(similarities.ContainsKey))
                        special[(pool, label)] = EntryOf(rule, pool);
    }

    public ISimilarity SimilarityOf(ShapePool pool, int label) =>
        special.TryGetValue((pool, label), out var entry) ? entry.Similarity : similarities[pool];

    public double ThresholdOf(ShapePool pool, ShapeUnit truth)
    {
        if (pool == ShapePool.Tag)
            return TagThreshold;
        if (special.TryGetValue((pool, truth.Label), out var entry))
            return entry.Threshold;
        return
            parameters.IouByArea is { } byArea
            && pool is ShapePool.Box or ShapePool.Ellipse or ShapePool.Region or ShapePool.Mask
            ? byArea.At(truth.Members.Sum(member => member.Area))
            : parameters.IouThreshold;
    }

    /// <summary>
    /// How alike two units are where neither is the truth: each taken for it, the smaller similarity of the two. They differ
    /// only where criteria measure the labels differently.
    /// </summary>
    public double Mutual(ShapePool pool, ShapeUnit first, ShapeUnit second, Canvas canvas)
    {
        var own = SimilarityOf(pool, first.Label);
        var other = SimilarityOf(pool, second.Label);
        var similarity = own.Of(first, second, canvas);
        return ReferenceEquals(own, other) ? similarity : Math.Min(similarity, other.Of(first, second, canvas));
    }

    /// <summary>No threshold lies below it, except by area.</summary>
    public double LowestThreshold =>
        special.Values.Select(entry => entry.Threshold).Append(parameters.IouThreshold).Min();

    static ShapePool[] PoolsOf(MatchRule rule) =>
        rule is { Measure: "distance", Classes: not null }
            ? WithCentre
            : PoolsOfMeasure.GetValueOrDefault(rule.Measure, []);

    Entry EntryOf(MatchRule rule, ShapePool pool) =>
        rule.Measure switch
        {
            "distance" => new(new CentreSimilarity(rule.Threshold), CentreSimilarity.Threshold),
            "iou_bev" => new(new CuboidSimilarity(fromAbove: true), rule.Threshold),
            "iou3d" => new(new CuboidSimilarity(fromAbove: false), rule.Threshold),
            _ => new(similarities[pool], rule.Threshold),
        };

    readonly record struct Entry(ISimilarity Similarity, double Threshold);
}
