using LabelSpec.Quality.Tracking;

namespace LabelSpec.Reports.Scores;

/// <summary>The tracking measures under the names that the field gives them.</summary>
static class TrackingScores
{
    public static IReadOnlyList<(string Name, double Value, bool IsCount)> Of(TrackingReport report) =>
        Of(report.Clear, report.Identity, report.AtThresholds);

    public static IReadOnlyList<(string Name, double Value, bool IsCount)> Of(SequenceResult sequence) =>
        Of(sequence.Clear, sequence.Identity, sequence.Hota);

    static List<(string, double, bool)> Of(
        ClearCounts clear,
        IdentityCounts identity,
        IReadOnlyList<HotaThreshold> hota
    ) =>
        [
            ("HOTA", hota.Average(at => at.Hota), false),
            ("DetA", hota.Average(at => at.DetA), false),
            ("AssA", hota.Average(at => at.AssA), false),
            ("LocA", hota.Average(at => at.LocA), false),
            ("MOTA", clear.Mota, false),
            ("MODA", clear.Moda, false),
            ("MOTP", clear.Motp, false),
            ("IDF1", identity.F1, false),
            ("IDP", identity.Precision, false),
            ("IDR", identity.Recall, false),
            ("recall", clear.Recall, false),
            ("precision", clear.Precision, false),
            ("hits", clear.Hits, true),
            ("false_alarms", clear.FalseAlarms, true),
            ("missed", clear.Misses, true),
            ("id_switches", clear.IdSwitches, true),
            ("fragmentations", clear.Fragmentations, true),
            ("mostly_tracked", clear.MostlyTracked, true),
            ("partly_tracked", clear.PartlyTracked, true),
            ("mostly_lost", clear.MostlyLost, true),
        ];
}
