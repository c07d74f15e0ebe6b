using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules;
using LabelSpec.Engine.Settings;
using LabelSpec.Engine.Violations;
using LabelSpec.Quality.Agreement.Report;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Quality.Agreement;

/// <summary>
/// Which rules of a guideline people disagree on: in one image the work of some breaks the rule, and that of others does not.
/// </summary>
public static class RuleAgreements
{
    /// <summary>
    /// The most disputed rule first; rules that nobody breaks are left out. Empty without a guideline, and for annotators who
    /// share a data set: rules see it as a whole, and cannot tell them apart.
    /// </summary>
    /// <exception cref="OperationCanceledException">The judging was cancelled.</exception>
    public static ImmutableArray<RuleAgreement> Of(
        IReadOnlyList<AnnotatorWork> annotators,
        SharedImages images,
        AgreementSettings settings,
        CancellationToken cancellation = default
    )
    {
        if (settings.Guideline is not { } guideline || annotators.Any(annotator => annotator.Annotator is not null))
            return [];
        HashSet<(string Rule, int Image)>[] broken =
        [
            .. annotators.Select(annotator => BrokenIn(annotator.Dataset, guideline, settings.Threads, cancellation)),
        ];
        return
        [
            .. guideline
                .Rules.Select(rule => Of(rule.Name, images, broken))
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

    // The rules that are broken in images, by row.
    static HashSet<(string Rule, int Image)> BrokenIn(
        Dataset dataset,
        Guideline guideline,
        int threads,
        CancellationToken cancellation
    )
    {
        var settings = SettingsResolution.Resolve(CheckSettings.Default, null, guideline);
        var rules = RuleSet.Create(dataset, guideline, settings, firstSource: 0);
        var log = new RuleRunner(rules, rules.Sources.Length).Run(
            threads > 0 ? threads : Environment.ProcessorCount,
            null,
            cancellation
        );
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
