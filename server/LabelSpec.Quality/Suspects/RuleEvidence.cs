using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;

namespace LabelSpec.Quality.Suspects;

/// <summary>
/// What rules and checks find wrong with annotations, as evidence beside that of a model: independent reasons multiply,
/// 1 − (1 − model) · ∏ (1 − weight of the finding).
/// </summary>
sealed class RuleEvidence
{
    readonly Dictionary<int, List<(string Rule, Severity Severity)>> ofAnnotation = [];

    public RuleEvidence(Dataset truth, IEnumerable<Finding> findings)
    {
        var rows = RowsByPlace(truth);
        foreach (var finding in findings)
        {
            if (finding.Severity < Severity.Info || RowAt(rows, truth, finding.Location) is not (>= 0 and var row))
                continue;
            if (!ofAnnotation.TryGetValue(row, out var of))
                ofAnnotation.Add(row, of = []);
            if (!of.Exists(known => known.Rule == finding.Rule))
                of.Add((finding.Rule, finding.Severity));
        }
    }

    public Suspect Weigh(Suspect suspect)
    {
        if (!ofAnnotation.TryGetValue(suspect.Annotation, out var found))
            return suspect;
        var doubt = 1 - suspect.Mistakenness;
        foreach (var (_, severity) in found)
            doubt *= 1 - WeightOf(severity);
        return suspect with { Rules = [.. found.Select(one => one.Rule)], Likelihood = 1 - doubt };
    }

    static double WeightOf(Severity severity) =>
        severity switch
        {
            Severity.Error => .5,
            Severity.Warning => .25,
            _ => .1,
        };

    static Dictionary<string, List<(long Start, int Row)>> RowsByPlace(Dataset truth)
    {
        var rows = new Dictionary<string, List<(long Start, int Row)>>(StringComparer.Ordinal);
        for (var row = 0; row < truth.Annotations.Count; row++)
        {
            var span = truth.Annotations.SpanOf(row);
            if (span.IsNone)
                continue;
            var file = truth.Files[span.File].Path;
            if (!rows.TryGetValue(file, out var of))
                rows.Add(file, of = []);
            of.Add((span.Start, row));
        }

        foreach (var of in rows.Values)
            of.Sort();
        return rows;
    }

    // The annotation whose bytes hold the beginning of the finding.
    static int RowAt(Dictionary<string, List<(long Start, int Row)>> rows, Dataset truth, Location location)
    {
        if (!rows.TryGetValue(location.File, out var of))
            return -1;
        var index = of.BinarySearch((location.Start, int.MaxValue));
        index = (index < 0 ? ~index : index) - 1;
        if (index < 0)
            return -1;
        var row = of[index].Row;
        return truth.Annotations.SpanOf(row).Contains(location.Start) ? row : -1;
    }
}
