using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Grammar;

namespace LabelSpec.Quality.Comparison;

/// <summary>Every profile. A new one is a member here.</summary>
public static class ComparisonProfiles
{
    /// <summary>Attributes that tell where an annotation comes from, not what it is.</summary>
    static readonly ImmutableHashSet<string> Uncompared = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "source",
        "track_id",
        "keyframe",
        "z_order",
        "group",
        "rotation",
        "outside",
        "score"
    );

    static readonly FrozenDictionary<ShapeKind, ShapePool> InterchangeableRegions = new Dictionary<ShapeKind, ShapePool>
    {
        [ShapeKind.Tag] = ShapePool.Tag,
        [ShapeKind.Box] = ShapePool.Box,
        [ShapeKind.RotatedBox] = ShapePool.Box,
        [ShapeKind.Ellipse] = ShapePool.Ellipse,
        [ShapeKind.Polygon] = ShapePool.Region,
        [ShapeKind.Mask] = ShapePool.Region,
        [ShapeKind.Polyline] = ShapePool.Polyline,
        [ShapeKind.Point] = ShapePool.Points,
        [ShapeKind.Skeleton] = ShapePool.Skeleton,
    }.ToFrozenDictionary();

    /// <summary>Everything that is compared, without the quirks.</summary>
    public static ComparisonProfile Strict { get; } =
        new(StrictStrategies())
        {
            Name = "strict",
            Description = "exact geometry, same labels first, every shape",
            Defaults = new(),
        };

    /// <summary>CVAT from 2.5 to 2.73: one set of settings for a task.</summary>
    public static ComparisonProfile CvatClassic { get; } =
        new(ClassicStrategies())
        {
            Name = "cvat-classic",
            Description = "CVAT up to 2.73, number for number",
            Defaults = new() { IouThreshold = 0.4 },
            Cvat = CvatGeneration.Settings,
        };

    /// <summary>CVAT from 2.74 on: one requirement for each annotation type.</summary>
    public static ComparisonProfile Cvat274 { get; } =
        new(RequirementStrategies())
        {
            Name = "cvat-2.74",
            Description = "CVAT from 2.74 on: one requirement for each annotation type",
            Defaults = new() { IouThreshold = 0.4 },
            Cvat = CvatGeneration.Requirements,
        };

    public static ImmutableArray<ComparisonProfile> All { get; } = [Strict, CvatClassic, Cvat274];

    public static ComparisonProfile? Find(string name) => All.FirstOrDefault(profile => profile.Name == name);

    static ProfileStrategies StrictStrategies() =>
        new()
        {
            Pools = InterchangeableRegions.Append(new(ShapeKind.Cuboid, ShapePool.Cuboid)).ToFrozenDictionary(),
            Similarities = static (parameters, sigmas) =>
                new Dictionary<ShapePool, ISimilarity>
                {
                    [ShapePool.Tag] = new TagSimilarity(),
                    [ShapePool.Box] = new BoxSimilarity(),
                    [ShapePool.Ellipse] = new EllipseSimilarity(),
                    [ShapePool.Region] = new VisiblePixelSimilarity(),
                    [ShapePool.DrawnCuboid] = new VisiblePixelSimilarity(),
                    [ShapePool.Polyline] = new PolylineSimilarity(parameters.LineThickness, anyDirection: true),
                    [ShapePool.Points] = new PointsSimilarity(
                        parameters.OksSigma,
                        parameters.IouThreshold,
                        parameters.PointScale,
                        needsBoxes: false
                    ),
                    [ShapePool.Skeleton] = new SkeletonSimilarity(
                        parameters.OksSigma,
                        sigmas,
                        countsHidden: true,
                        needsBoxes: false
                    ),
                    [ShapePool.Cuboid] = new CuboidSimilarity(fromAbove: false),
                }.ToFrozenDictionary(),
            UsesMatchCriteria = true,
            Assignment = new SameLabelFirstAssignment(SparseAssignment.Solve),
            Painting = new DeclaredOrderPainting(),
            Units = new SingleUnits(),
            Ignoring = new CrowdsAndIgnoreClasses(),
            Veto = new NoVeto(),
            Order = CanonicalOrder.Instance,
            ExtentOf = static shape => shape.Bounds,
            CutsHoles = true,
            EmptyImages = new ImagesWithoutAnnotations(),
            MeanIou = new MeanIouOfPairs(),
            ComparesJobsApart = false,
            Severities = ConflictSeverities.Strict,
            ScoreOfNothing = double.NaN,
            UncomparedAttributes = Uncompared,
            ComparesAllAttributes = true,
        };

    static ProfileStrategies ClassicStrategies() =>
        StrictStrategies() with
        {
            Pools = InterchangeableRegions,
            Similarities = static (parameters, _) =>
                CvatSimilarities(
                    parameters,
                    new PolylineSimilarity(parameters.LineThickness, anyDirection: true),
                    ShapePool.Region
                ),
            UsesMatchCriteria = false,
            Assignment = new LabelBlindAssignment(),
            Painting = new DrawingOrderPainting(),
            Units = new GroupedInstances(),
            Ignoring = new NothingIgnored(),
            Order = DrawingOrder.Instance,
            ExtentOf = static shape => shape.Upright,
            CutsHoles = false,
            EmptyImages = new TriangleOfMatrix(),
            MeanIou = new MeanIouOfFrames(),
            ComparesJobsApart = true,
            Severities = ConflictSeverities.Cvat,
            ScoreOfNothing = 0,
        };

    static ProfileStrategies RequirementStrategies() =>
        ClassicStrategies() with
        {
            Pools = InterchangeableRegions
                .Where(entry => entry.Key != ShapeKind.Mask)
                .Append(new(ShapeKind.Mask, ShapePool.Mask))
                .ToFrozenDictionary(),
            Similarities = static (parameters, _) =>
                CvatSimilarities(
                    parameters,
                    new PolylineSimilarity(parameters.LineThickness, !parameters.CompareLineOrientation),
                    ShapePool.Region,
                    ShapePool.Mask
                ),
            Assignment = new SameLabelFirstAssignment(PaddedAssignment.Solve),
            ComparesTypesApart = true,
            ComparesKeypoints = true,
            Veto = new AttributesAndDirectionVeto(),
            Severities = new Dictionary<ConflictType, Severity>
            {
                [ConflictType.MissingAnnotation] = Severity.Error,
                [ConflictType.ExtraAnnotation] = Severity.Error,
                [ConflictType.MismatchingLabel] = Severity.Error,
                [ConflictType.MismatchingGroups] = Severity.Error,
                [ConflictType.CoveredAnnotation] = Severity.Error,
            }.ToFrozenDictionary(),
            ComparesAllAttributes = false,
        };

    internal static FrozenDictionary<ShapePool, ISimilarity> CvatSimilarities(
        ComparisonParameters parameters,
        PolylineSimilarity lines,
        params ReadOnlySpan<ShapePool> regions
    )
    {
        var similarities = new Dictionary<ShapePool, ISimilarity>
        {
            [ShapePool.Tag] = new TagSimilarity(),
            [ShapePool.Box] = new RasterBoxSimilarity(),
            [ShapePool.Ellipse] = new RasterEllipseSimilarity(),
            [ShapePool.Polyline] = lines,
            [ShapePool.Points] = new PointsSimilarity(
                parameters.OksSigma,
                parameters.IouThreshold,
                parameters.PointScale,
                needsBoxes: true
            ),
            [ShapePool.Skeleton] = new SkeletonSimilarity(
                parameters.OksSigma,
                [],
                countsHidden: false,
                needsBoxes: true
            ),
        };
        foreach (var region in regions)
            similarities[region] = new VisiblePixelSimilarity();
        return similarities.ToFrozenDictionary();
    }
}
