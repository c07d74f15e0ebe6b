using System.Collections.Immutable;

namespace LabelSpec.Quality.Tracking;

/// <summary>Tracking measures of sequences together, and of each. Reports of disjoint sequences merge exactly.</summary>
public sealed class TrackingReport
{
    internal TrackingReport(IEnumerable<SequenceResult> sequences)
    {
        // Always summed in this order, so that the sums are the same however the sequences were spread.
        Sequences = [.. sequences.OrderBy(sequence => sequence.Name, StringComparer.Ordinal)];
        Clear = Sequences.Aggregate(new ClearCounts(), (sum, sequence) => sum + sequence.Clear);
        Identity = Sequences.Aggregate(new IdentityCounts(0, 0, 0), (sum, sequence) => sum + sequence.Identity);
        AtThresholds =
        [
            .. Enumerable
                .Range(0, HotaEvaluation.Thresholds.Length)
                .Select(t =>
                    Sequences.Aggregate(
                        new HotaThreshold(0, 0, 0, 0, 0, 0, 0),
                        (sum, sequence) => sum + sequence.Hota[t]
                    )
                ),
        ];
    }

    /// <summary>Similarities at which HOTA is taken: .05 to .95.</summary>
    public static IReadOnlyList<double> Thresholds => HotaEvaluation.Thresholds;

    /// <summary>In the order of their names.</summary>
    public ImmutableArray<SequenceResult> Sequences { get; }

    public ClearCounts Clear { get; }

    public IdentityCounts Identity { get; }

    /// <summary>HOTA and its parts, one entry for each of <see cref="Thresholds"/>.</summary>
    public ImmutableArray<HotaThreshold> AtThresholds { get; }

    /// <summary>The mean over all thresholds.</summary>
    public double Hota => AtThresholds.Average(at => at.Hota);

    public double DetA => AtThresholds.Average(at => at.DetA);

    public double AssA => AtThresholds.Average(at => at.AssA);

    public double LocA => AtThresholds.Average(at => at.LocA);

    /// <exception cref="ArgumentException">A sequence is in two reports.</exception>
    public static TrackingReport Merge(params IEnumerable<TrackingReport> reports)
    {
        List<SequenceResult> sequences = [.. reports.SelectMany(report => report.Sequences)];
        return sequences.GroupBy(sequence => sequence.Name).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new ArgumentException($"Sequence '{twice.Key}' is in two reports.", nameof(reports))
            : new(sequences);
    }
}
