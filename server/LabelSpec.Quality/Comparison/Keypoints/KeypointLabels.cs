using System.Collections.Immutable;
using System.Globalization;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// The points of the skeletons of both sides as labels of their own, <c>skeleton.point</c> (CVAT,
/// <c>_make_zero_confusion_matrix</c>), in the order of the skeletons' labels. Points that a file does not name have their
/// number, from 0.
/// </summary>
sealed class KeypointLabels
{
    readonly Dictionary<(int Label, string Point), int> codes = [];
    readonly Dictionary<(Dataset Dataset, int Category), string[]> namesOf = [];
    readonly List<string> points = [];

    KeypointLabels(ComparedData data, LabelMap labels)
    {
        AddNames(data.Truth);
        AddNames(data.Work);
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (
            var (label, point) in namesOf
                .SelectMany(entry => entry.Value.Select(point => (Label: LabelOf(entry.Key), point)))
                .OrderBy(entry => entry.Label)
        )
            if (codes.TryAdd((label, point), names.Count))
            {
                names.Add($"{labels.Names[label]}.{point}");
                points.Add(point);
            }

        Names = names.ToImmutable();

        int LabelOf((Dataset Dataset, int Category) of) =>
            ReferenceEquals(of.Dataset, data.Truth) ? labels.OfTruth(of.Category) : labels.OfWork(of.Category);
    }

    public ImmutableArray<string> Names { get; }

    public static KeypointLabels Of(ComparedData data, LabelMap labels) => new(data, labels);

    /// <summary>The result over points, made of that over annotations.</summary>
    public ComparisonResult ResultOf(ComparisonResult whole, ImmutableArray<ImageResult> images) =>
        whole with
        {
            Labels = Names,
            LabelOrder = [.. Names.Select(_ => int.MaxValue)],
            Attributes = [],
            Images = images,
            Keypoints = null,
            Requirements = [],
            RequirementCount = null,
            Findings = [],
        };

    /// <summary>What the skeleton calls the point of a label.</summary>
    public string PointNameOf(int label) => points[label];

    /// <summary>The label of a point of a skeleton.</summary>
    public int Of(Dataset dataset, int row, int label, int point) =>
        codes[(label, namesOf[(dataset, dataset.Annotations.Categories[row])][point])];

    void AddNames(Dataset dataset)
    {
        var rows = dataset.Annotations;
        var points = new KeypointBuffer();
        var counts = new Dictionary<int, int>();
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows.Shapes[row] != ShapeKind.Skeleton || rows.Categories[row] is not (>= 0 and var category))
                continue;
            points.Clear();
            if (dataset.ReadKeypoints(row, points))
                counts[category] = Math.Max(counts.GetValueOrDefault(category), points.Points.Length);
        }

        foreach (var (category, count) in counts)
        {
            var declared = dataset.Categories.DeclarationOf(category)?.Keypoints ?? [];
            namesOf[(dataset, category)] =
            [
                .. Enumerable
                    .Range(0, Math.Max(count, declared.Length))
                    .Select(i => i < declared.Length ? declared[i] : i.ToString(CultureInfo.InvariantCulture)),
            ];
        }
    }
}
