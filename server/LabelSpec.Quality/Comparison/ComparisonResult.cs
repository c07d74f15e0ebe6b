using System.Collections.Immutable;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// What a comparison found, image by image. All scores are computed from it, so that results over parts of the images,
/// joined by <see cref="Merge(ComparisonResult)"/>, have exactly the scores of the whole.
/// </summary>
public sealed record ComparisonResult
{
    public required ComparisonProfile Profile { get; init; }

    public required ComparisonParameters Parameters { get; init; }

    /// <summary>The labels of both sides; outcomes refer to them by position.</summary>
    public required ImmutableArray<string> Labels { get; init; }

    /// <summary>For each label its place in the guideline, <see cref="int.MaxValue"/> for labels that it does not know.</summary>
    public required ImmutableArray<int> LabelOrder { get; init; }

    /// <summary>Names of the compared attributes; counts refer to them by position.</summary>
    public required ImmutableArray<string> Attributes { get; init; }

    /// <summary>In ordinal order of their names.</summary>
    public required ImmutableArray<ImageResult> Images { get; init; }

    /// <summary>The annotation files of the work, by path, and how many images each has, with ground truth or without.</summary>
    public required ImmutableSortedDictionary<string, int> Files { get; init; }

    /// <summary>
    /// The points of skeletons, one by one, with labels <c>skeleton.point</c>; null where the profile does not compare them
    /// so. They are in none of the scores above.
    /// </summary>
    public ComparisonResult? Keypoints { get; init; }

    /// <summary>
    /// What each enabled requirement says that the request names, in its order; empty without any. They are in none of the
    /// scores above.
    /// </summary>
    public ImmutableArray<RequirementResult> Requirements { get; init; } = [];

    /// <summary>How many requirements there are, enabled or not; null where the request names none.</summary>
    public int? RequirementCount { get; init; }

    /// <summary>What the scores do not speak of: images that only one side has, unknown classes, and so on.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Whether the request named requirements.</summary>
    public bool HasRequirements => RequirementCount is not null;

    /// <summary>
    /// Whether all of them are reached, over at least one image (CVAT's completion of jobs and tasks). True without any.
    /// </summary>
    public bool AreRequirementsCompleted =>
        !HasRequirements || (!Images.IsEmpty && Requirements.All(requirement => requirement.IsCompleted));

    /// <summary>What the requirements say: those of the request, or else CVAT's base requirements.</summary>
    public ImmutableArray<RequirementResult> RequirementsOrBase() =>
        HasRequirements ? Requirements : BaseRequirements.Of(this);

    /// <summary>The mean similarity of any outcomes of one image, as the profile defines it.</summary>
    internal IouShare IouOf(IEnumerable<Outcome> outcomes) => Profile.Strategies.MeanIou.Of(outcomes);

    /// <summary>What was compared, to be joined with others.</summary>
    public required ComparisonPart Part { get; init; }

    /// <summary>
    /// Joins the results of another part of the images, which was compared in the same way: what one run over all of their files
    /// gives, findings included.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The profile or the requirements are others, an image of a file is in both, or a track was cut in a way that cannot be undone.
    /// </exception>
    public ComparisonResult Merge(ComparisonResult other) => Merge([this, other]);

    /// <inheritdoc cref="Merge(ComparisonResult)"/>
    public static ComparisonResult Merge(params IReadOnlyList<ComparisonResult> parts) => ComparisonParts.Join(parts);
}
