using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Quality.Comparison;

/// <summary>What a profile does, as data and strategies: nothing else asks which profile it is.</summary>
sealed record ProfileStrategies
{
    /// <summary>The pool of each shape; shapes that are not in here are not compared.</summary>
    public required FrozenDictionary<ShapeKind, ShapePool> Pools { get; init; }

    public required Func<
        ComparisonParameters,
        ImmutableArray<ImmutableArray<double>>,
        FrozenDictionary<ShapePool, ISimilarity>
    > Similarities { get; init; }

    /// <summary>Whether the <c>match</c> criteria of the guideline hold; CVAT's numbers depend on its own settings alone.</summary>
    public required bool UsesMatchCriteria { get; init; }

    public required IAssignment Assignment { get; init; }

    public required IPainting Painting { get; init; }

    public required IUnitBuilder Units { get; init; }

    public required IIgnoring Ignoring { get; init; }

    /// <summary>What files say of annotations that are neither right nor wrong.</summary>
    public AnnotationFlags NeutralFlags { get; init; } =
        AnnotationFlags.Crowd | AnnotationFlags.Ignore | AnnotationFlags.Difficult;

    /// <summary>Pairs that may not match although they are alike.</summary>
    public required IPairVeto Veto { get; init; }

    /// <summary>The order in which annotations of an image are taken.</summary>
    public required IComparer<ComparedShape> Order { get; init; }

    /// <summary>The box that a shape adds to the extent of its group, and that its position is told by.</summary>
    public required Func<ComparedShape, Box> ExtentOf { get; init; }

    /// <summary>Whether the size of points is that of all that is grouped with them.</summary>
    public bool ExtendsPoints { get; init; } = true;

    /// <summary>Whether holes of polygons are cut out; COCO and CVAT have none.</summary>
    public required bool CutsHoles { get; init; }

    /// <summary>Which images count as "nothing here", where the parameters ask for it.</summary>
    public required IEmptyImages EmptyImages { get; init; }

    public required IMeanIou MeanIou { get; init; }

    /// <summary>Whether each file of the work is held against the ground truth on its own.</summary>
    public required bool ComparesJobsApart { get; init; }

    /// <summary>
    /// Whether annotations of other types might as well not be there: they neither hide, nor belong to a group, nor give it an
    /// extent.
    /// </summary>
    public bool ComparesTypesApart { get; init; }

    /// <summary>Whether points of skeletons are also compared one by one.</summary>
    public bool ComparesKeypoints { get; init; }

    public required FrozenDictionary<ConflictType, Severity> Severities { get; init; }

    /// <summary>What a score is whose denominator is 0; NaN says that it is undefined.</summary>
    public required double ScoreOfNothing { get; init; }

    /// <summary>Attributes that are never compared, whatever their values.</summary>
    public required ImmutableHashSet<string> UncomparedAttributes { get; init; }

    /// <summary>Whether attributes are compared that no rule of the user names.</summary>
    public required bool ComparesAllAttributes { get; init; }

    /// <summary>The same, with every shape that covers anything taken for the box around it.</summary>
    public ProfileStrategies OfBounds() =>
        this with
        {
            Pools = Pools
                .Select(entry =>
                    entry.Value is ShapePool.Ellipse or ShapePool.Region or ShapePool.Mask
                        ? new(entry.Key, ShapePool.Box)
                        : entry
                )
                .ToFrozenDictionary(),
        };
}
