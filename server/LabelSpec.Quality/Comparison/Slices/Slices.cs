using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>Divides results.</summary>
static class Slices
{
    /// <summary>Divides outcomes by a key; every outcome is in one part.</summary>
    public static ImmutableArray<SliceScore> By(ComparisonResult result, ISliceKey key)
    {
        var parts = new SortedDictionary<string, Part>(key.Order);
        foreach (var image in result.Images)
        foreach (var group in image.Outcomes.GroupBy(outcome => key.Of(image, outcome)))
        {
            var part = parts.GetValueOrDefault(group.Key);
            parts[group.Key] = new(part.Counts + Counts.Of(group), part.Iou + result.IouOf(group), part.Images + 1);
        }

        return
        [
            .. parts.Select(part => new SliceScore(
                part.Key,
                ScoreSet.Of(part.Value.Counts, result.Profile.ScoreOfNothing),
                part.Value.Iou.Mean,
                part.Value.Images
            )),
        ];
    }

    public static ImmutableArray<SliceScore> ByImage(ComparisonResult result) =>
        [
            .. result.Images.Select(image => new SliceScore(
                image.Name,
                ScoreSet.Of(Counts.Of(image.Outcomes).With(image.Empty), result.Profile.ScoreOfNothing),
                image.Iou.Mean,
                1
            )),
        ];

    /// <summary>A pair with different labels is an error of both: it is in two parts.</summary>
    public static ImmutableArray<SliceScore> ByLabel(ComparisonResult result)
    {
        var images = new int[result.Labels.Length];
        foreach (var image in result.Images)
        foreach (
            var label in image.Outcomes.SelectMany(outcome => (int[])[outcome.TruthLabel, outcome.WorkLabel]).Distinct()
        )
            if (label >= 0)
                images[label]++;
        return
        [
            .. ComparisonSummary
                .Of(result)
                .Labels.Select(label => new SliceScore(
                    label.Label,
                    label.Scores,
                    label.MeanIou,
                    images[result.Labels.IndexOf(label.Label)]
                )),
        ];
    }

    public static ImmutableArray<SliceScore> ByAttribute(ComparisonResult result) =>
        [
            .. ComparisonSummary
                .Of(result)
                .Attributes.Select(score => new SliceScore(
                    $"{score.Label}.{score.Attribute}",
                    null,
                    double.NaN,
                    result.Images.Count(image =>
                        image.Attributes.Any(count =>
                            result.Labels[count.Label] == score.Label
                            && result.Attributes[count.Attribute] == score.Attribute
                        )
                    ),
                    score
                )),
        ];

    readonly record struct Part(Counts Counts, IouShare Iou, int Images);
}
