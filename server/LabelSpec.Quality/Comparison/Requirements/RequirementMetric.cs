using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// The score that a requirement is judged by: one of CVAT's five metrics of all counts together, or, with <c>mean_</c> or
/// <c>label_</c> before its name, their mean over labels or that of the worst label (CVAT,
/// <c>QUALITY_TARGET_METRIC_CHOICES</c>).
/// </summary>
public sealed record RequirementMetric
{
    static readonly ImmutableArray<(string Prefix, Func<CvatMetric, double> Value)> Aggregations =
    [
        ("", metric => metric.Micro),
        ("mean_", metric => metric.Mean),
        ("label_", metric => metric.Label),
    ];

    readonly string metric;
    readonly Func<CvatMetric, double> value;

    RequirementMetric(string prefix, string metric, Func<CvatMetric, double> value)
    {
        (this.metric, this.value) = (metric, value);
        Name = prefix + metric;
    }

    /// <summary>All fifteen.</summary>
    public static ImmutableArray<RequirementMetric> All { get; } =
    [
        .. from aggregation in Aggregations
        from metric in CvatMetric.Of(new ConfusionMatrix(0))
        select new RequirementMetric(aggregation.Prefix, metric.Name, aggregation.Value),
    ];

    /// <summary>CVAT's default.</summary>
    public static RequirementMetric Accuracy { get; } = Find("accuracy")!;

    /// <summary>CVAT's name.</summary>
    public string Name { get; }

    public static RequirementMetric? Find(string name) => All.FirstOrDefault(each => each.Name == name);

    public double Of(ConfusionMatrix matrix) => value(CvatMetric.Of(matrix).First(each => each.Name == metric));

    public override string ToString() => Name;
}
