using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Settings;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Judging;

/// <summary>Takes out what is waived and what the baseline knows. What is waived does not use up the baseline.</summary>
sealed class Sieve(Dataset dataset, IReadOnlyList<ViolationSource> sources, Places places)
{
    public (Violation[] Left, long Waived, long Known) Sift(Violation[] violations, Waivers waivers, Baseline baseline)
    {
        var left = waivers.IsEmpty ? violations : [.. violations.Where(violation => !IsWaived(violation, waivers))];
        var waived = violations.Length - left.Length;
        if (baseline.IsEmpty)
            return (left, waived, 0);
        var unknown = WithoutKnown(left, baseline);
        return (unknown, waived, left.Length - unknown.Length);
    }

    bool IsWaived(Violation violation, Waivers waivers)
    {
        var source = sources[violation.Source];
        return waivers.Excuse(
            source.Rule,
            (source as Check)?.Info.Name,
            FileOf(violation),
            Subjects.ImageOf(dataset, violation.Kind, violation.Subject),
            Subjects.AnnotationOf(dataset, violation.Kind, violation.Subject)
        );
    }

    Violation[] WithoutKnown(Violation[] violations, Baseline baseline)
    {
        var fingerprints = new Fingerprints(dataset, sources);
        var seen = new Dictionary<ulong, int>();
        var unknown = new List<Violation>();
        foreach (var violation in violations)
        {
            var hash = fingerprints.Of(violation);
            var occurrence = seen[hash] = seen.GetValueOrDefault(hash) + 1;
            if (occurrence > baseline.CountOf(sources[violation.Source].Rule, Fingerprints.Text(hash)))
                unknown.Add(violation);
        }

        return [.. unknown];
    }

    string FileOf(Violation violation)
    {
        var span = places.SpanOf(violation.Kind, violation.Subject);
        return span.IsNone ? "" : dataset.Files[span.File].FullPath;
    }
}
