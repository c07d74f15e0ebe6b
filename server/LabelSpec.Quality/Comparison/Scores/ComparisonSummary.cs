using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>All scores of a result.</summary>
public sealed record ComparisonSummary
{
    public required ScoreSet Scores { get; init; }

    /// <summary>NaN where nothing was paired.</summary>
    public required double MeanIou { get; init; }

    public required ConfusionMatrix Confusion { get; init; }

    /// <summary>One for each label that either side uses, in the order of the labels.</summary>
    public required ImmutableArray<LabelScore> Labels { get; init; }

    /// <summary>The unweighted means over the labels that either side uses; NaN parts are left out.</summary>
    public required AveragedScores Macro { get; init; }

    /// <summary>The label with the lowest F1; null without labels.</summary>
    public required LabelScore? Worst { get; init; }

    /// <summary>By label and attribute, in their order.</summary>
    public required ImmutableArray<AttributeScore> Attributes { get; init; }

    public required int Images { get; init; }

    public static ComparisonSummary Of(ComparisonResult result)
    {
        var matrix = new ConfusionMatrix(result.Labels.Length);
        var similarity = new double[result.Labels.Length];
        var iou = new IouShare();
        var empty = new Counts();
        var attributes = new SortedDictionary<(int Label, int Attribute), (long Equal, long Compared)>();
        foreach (var image in result.Images)
        {
            iou += image.Iou;
            empty += new Counts().With(image.Empty);
            foreach (var outcome in image.Outcomes)
            {
                matrix.Add(outcome);
                if (outcome.IsValid)
                    similarity[outcome.TruthLabel] += outcome.Similarity;
            }

            foreach (var count in image.Attributes)
            {
                var (equal, compared) = attributes.GetValueOrDefault((count.Label, count.Attribute));
                attributes[(count.Label, count.Attribute)] = (equal + count.Equal, compared + count.Compared);
            }
        }

        var labels = LabelScores(result, matrix, similarity);
        return new()
        {
            Scores = ScoreSet.Of(matrix.Counts + empty, result.Profile.ScoreOfNothing),
            MeanIou = iou.Mean,
            Confusion = matrix,
            Labels = labels,
            Macro = AveragedScores.Of([.. labels.Select(label => label.Scores)]),
            Worst = labels.IsEmpty ? null : labels.MinBy(label => label.Scores.F1),
            Attributes =
            [
                .. attributes.Select(entry => new AttributeScore(
                    result.Labels[entry.Key.Label],
                    result.Attributes[entry.Key.Attribute],
                    entry.Value.Equal,
                    entry.Value.Compared
                )),
            ],
            Images = result.Images.Length,
        };
    }

    static ImmutableArray<LabelScore> LabelScores(ComparisonResult result, ConfusionMatrix matrix, double[] similarity)
    {
        var labels = ImmutableArray.CreateBuilder<LabelScore>();
        for (var label = 0; label < matrix.Labels; label++)
        {
            var counts = matrix.CountsOf(label);
            if (counts.Work + counts.Truth == 0)
                continue;
            labels.Add(
                new(
                    result.Labels[label],
                    ScoreSet.Of(counts, result.Profile.ScoreOfNothing),
                    similarity[label] / counts.Valid,
                    similarity[label] / ((counts.Work + counts.Truth) / 2.0)
                )
            );
        }

        return labels.DrainToImmutable();
    }
}
