using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// A target metric of CVAT from 2.75 on, in its three aggregations (<c>comparison_report.py</c>,
/// <c>compute_target_metric</c>).
/// </summary>
/// <param name="Name">CVAT's name.</param>
/// <param name="Micro">Of all counts together.</param>
/// <param name="Mean">The unweighted mean over the labels that either side uses.</param>
/// <param name="Label">The least of those labels.</param>
public sealed record CvatMetric(string Name, double Micro, double Mean, double Label)
{
    /// <summary>All five; 0 where a denominator is 0, as CVAT scores that.</summary>
    public static ImmutableArray<CvatMetric> Of(ConfusionMatrix matrix)
    {
        var all = matrix.Counts;
        var labels = Enumerable
            .Range(0, matrix.Labels)
            .Select(label => (Row: matrix.Row(label), Column: matrix.Column(label), Hits: matrix[label, label]))
            .Where(label => label.Row + label.Column > 0)
            .ToList();
        return
        [
            Of(
                "accuracy",
                Share(all.Valid, all.Total),
                // Of one label all that is neither a false positive nor a false negative of it counts, whatever its label.
                label => Share(all.Total - (label.Row - label.Hits) - (label.Column - label.Hits), all.Total)
            ),
            Of("precision", Share(all.Valid, all.Work), label => Share(label.Hits, label.Row)),
            Of("recall", Share(all.Valid, all.Truth), label => Share(label.Hits, label.Column)),
            Of(
                "jaccard_index",
                Share(all.Valid, all.Work + all.Truth - all.Valid),
                label => Share(label.Hits, label.Row + label.Column - label.Hits)
            ),
            Of(
                "dice",
                Share(2 * all.Valid, all.Work + all.Truth),
                label => Share(2 * label.Hits, label.Row + label.Column)
            ),
        ];

        CvatMetric Of(string name, double micro, Func<(long Row, long Column, long Hits), double> ofLabel) =>
            new(
                name,
                micro,
                labels.Select(ofLabel).DefaultIfEmpty(0).Average(),
                labels.Select(ofLabel).DefaultIfEmpty(0).Min()
            );
    }

    static double Share(long part, long whole) => whole == 0 ? 0 : part / (double)whole;
}
