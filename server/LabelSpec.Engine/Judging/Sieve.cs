using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Settings;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Judging;

/// <summary>Takes out what is waived and what the baseline knows. What is waived does not use up the baseline.</summary>
sealed class Sieve(Dataset dataset, IReadOnlyList<ViolationSource> sources, Places places)
{
    const string KnownExcuse = "known from the baseline";

    public Sifted Sift(Violation[] violations, Waivers waivers, Baseline baseline)
    {
        var excused = new List<Violation>();
        var excuses = new List<string>();
        var left = waivers.IsEmpty ? violations : WithoutWaived(violations, waivers, excused, excuses);
        var waived = excused.Count;
        if (!baseline.IsEmpty)
            left = WithoutKnown(left, baseline, excused);
        while (excuses.Count < excused.Count)
            excuses.Add(KnownExcuse);
        return new(left, [.. excused], [.. excuses], waived);
    }

    Violation[] WithoutWaived(Violation[] violations, Waivers waivers, List<Violation> excused, List<string> excuses)
    {
        var left = new List<Violation>();
        foreach (var violation in violations)
            if (ExcuseOf(violation, waivers) is { } excuse)
            {
                excused.Add(violation);
                excuses.Add(excuse);
            }
            else
                left.Add(violation);
        return [.. left];
    }

    string? ExcuseOf(Violation violation, Waivers waivers)
    {
        var source = sources[violation.Source];
        return waivers
            .Find(
                source.Rule,
                (source as Check)?.Info.Name,
                FileOf(violation),
                Subjects.ImageOf(dataset, violation.Kind, violation.Subject),
                Subjects.AnnotationOf(dataset, violation.Kind, violation.Subject)
            )
            ?.Because;
    }

    Violation[] WithoutKnown(Violation[] violations, Baseline baseline, List<Violation> known)
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
            else
                known.Add(violation);
        }

        return [.. unknown];
    }

    string FileOf(Violation violation)
    {
        var span = places.SpanOf(violation.Kind, violation.Subject);
        return span.IsNone ? "" : dataset.Files[span.File].FullPath;
    }
}
