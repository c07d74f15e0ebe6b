using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules;
using LabelSpec.Engine.Settings;
using LabelSpec.Engine.Violations;
using LabelSpec.Quality.Agreement.Evidence;
using LabelSpec.Quality.Agreement.Report;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Quality.Agreement;

/// <summary>
/// Which rules of a guideline people disagree on: in one image the work of some breaks the rule, and that of others does not.
/// </summary>
public static class RuleAgreements
{
    /// <summary>The most disputed rule first; rules that nobody breaks are left out.</summary>
    /// <exception cref="NotSupportedException">A rule compares each object with the whole data, of which these are parts.</exception>
    /// <exception cref="OperationCanceledException">The judging was cancelled.</exception>
    public static ImmutableArray<RuleAgreement> Of(
        RuleEvidence evidence,
        int threads,
        CancellationToken cancellation = default
    )
    {
        List<(SharedImages Images, HashSet<(string Rule, int Image)>[] Broken)> parts =
        [
            .. evidence.Parts.Select(part =>
                (new SharedImages(part), new HashSet<(string Rule, int Image)>[part.Count])
            ),
        ];
        for (var annotator = 0; annotator < evidence.Parts[0].Count; annotator++)
        {
            var who = annotator;
            var broken = BrokenIn(
                [.. evidence.Parts.Select(part => part[who].Dataset)],
                evidence.Guideline,
                threads,
                cancellation
            );
            for (var part = 0; part < parts.Count; part++)
                parts[part].Broken[annotator] = broken[part];
        }

        return
        [
            .. evidence
                .Guideline.Rules.Select(rule =>
                    parts.Select(part => Of(rule.Name, part.Images, part.Broken)).Aggregate((a, b) => a.Plus(b))
                )
                .Where(rule => rule.ImagesOf.Any(count => count > 0))
                .OrderByDescending(rule => rule.Disputed)
                .ThenBy(rule => rule.Name, StringComparer.Ordinal),
        ];
    }

    static RuleAgreement Of(string rule, SharedImages images, HashSet<(string Rule, int Image)>[] broken)
    {
        var counts = new int[broken.Length];
        var disputed = 0;
        for (var image = 0; image < images.Count; image++)
        {
            int looked = 0,
                breaking = 0;
            if (images.LookedAt(image) < 2)
                continue;
            for (var annotator = 0; annotator < counts.Length; annotator++)
            {
                if (!images.LookedAt(image, annotator))
                    continue;
                looked++;
                if (!images.RowsOf(image, annotator).Any(row => broken[annotator].Contains((rule, row))))
                    continue;
                breaking++;
                counts[annotator]++;
            }

            disputed += breaking > 0 && breaking < looked ? 1 : 0;
        }

        return new(rule, [.. counts], disputed);
    }

    // For each part the rules that are broken in its images, by row.
    static List<HashSet<(string Rule, int Image)>> BrokenIn(
        IReadOnlyList<Dataset> parts,
        Guideline guideline,
        int threads,
        CancellationToken cancellation
    )
    {
        var settings = SettingsResolution.Resolve(CheckSettings.Default, null, guideline);
        var rules = parts.Select(part => RuleSet.Create(part, guideline, settings, firstSource: 0)).ToList();
        var logs = RuleRunner.RunTogether(
            [.. rules.Select(each => new RuleRunner(each, each.Sources.Length))],
            threads > 0 ? threads : Environment.ProcessorCount,
            cancellation
        );
        return [.. parts.Select((part, i) => BrokenIn(part, rules[i], logs[i]))];
    }

    static HashSet<(string Rule, int Image)> BrokenIn(Dataset dataset, RuleSet rules, ViolationLog log)
    {
        HashSet<(string, int)> broken = [];
        foreach (var violation in log.Violations)
        {
            var image =
                violation.Kind == SubjectKind.Annotation ? dataset.Annotations.Images[violation.Subject]
                : violation.Kind == SubjectKind.Image ? violation.Subject
                : -1;
            if (image >= 0)
                broken.Add((rules.Sources[violation.Source].Rule, image));
        }

        return broken;
    }
}
