using System.Collections.Immutable;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// What a comparison found, image by image. All scores are computed from it, so that results over parts of the images,
/// joined by <see cref="Merge"/>, have exactly the scores of the whole.
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

    /// <summary>What the scores do not speak of: images that only one side has, unknown classes, and so on.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The mean similarity of any outcomes of one image, as the profile defines it.</summary>
    internal IouShare IouOf(IEnumerable<Outcome> outcomes) => Profile.Strategies.MeanIou.Of(outcomes);

    /// <summary>Joins the results of two parts of the images that were compared in the same way.</summary>
    public ComparisonResult Merge(ComparisonResult other)
    {
        var order = Labels
            .Zip(LabelOrder)
            .Union(other.Labels.Zip(other.LabelOrder))
            .OrderBy(label => label.Second)
            .ThenBy(label => label.First, StringComparer.Ordinal)
            .ToList();
        ImmutableArray<string> labels = [.. order.Select(label => label.First)];
        ImmutableArray<string> attributes =
        [
            .. Attributes.Union(other.Attributes, StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return this with
        {
            Labels = labels,
            LabelOrder = [.. order.Select(label => label.Second)],
            Attributes = attributes,
            Images =
            [
                .. Images
                    .Select(image => Renumber(image, labels, attributes))
                    .Concat(other.Images.Select(image => other.Renumber(image, labels, attributes)))
                    .OrderBy(image => image.Name, StringComparer.Ordinal),
            ],
            Files = Files.SetItems(
                other.Files.Select(file =>
                    KeyValuePair.Create(file.Key, file.Value + Files.GetValueOrDefault(file.Key))
                )
            ),
            Keypoints =
                Keypoints is null || other.Keypoints is null
                    ? Keypoints ?? other.Keypoints
                    : Keypoints.Merge(other.Keypoints),
            Findings = [.. Findings, .. other.Findings],
        };
    }

    ImageResult Renumber(ImageResult image, ImmutableArray<string> labels, ImmutableArray<string> attributes)
    {
        int[] label = [.. Labels.Select(name => labels.IndexOf(name))];
        int[] attribute = [.. Attributes.Select(name => attributes.IndexOf(name))];
        return image with
        {
            Outcomes =
            [
                .. image.Outcomes.Select(outcome =>
                    outcome with
                    {
                        TruthLabel = outcome.TruthLabel < 0 ? -1 : label[outcome.TruthLabel],
                        WorkLabel = outcome.WorkLabel < 0 ? -1 : label[outcome.WorkLabel],
                    }
                ),
            ],
            Attributes =
            [
                .. image.Attributes.Select(count =>
                    count with
                    {
                        Label = label[count.Label],
                        Attribute = attribute[count.Attribute],
                    }
                ),
            ],
        };
    }
}
