using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Judging;
using LabelSpec.Engine.Rules;
using LabelSpec.Engine.Settings;
using LabelSpec.Engine.Sharding;
using LabelSpec.Engine.Violations;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.Engine.SpecTests;

/// <summary>
/// Judges a scene by the engine that judges real data: by all rules, and by those built-in checks that the test names. Other
/// checks say nothing about the guideline, and a scene that is drawn with three strokes need not please them.
/// </summary>
sealed class SceneJudge
{
    readonly ImmutableArray<ViolationSource> sources;
    readonly CheckRun[] checks;
    readonly ViolationLog log;
    readonly Dataset dataset;
    readonly int rules;

    public SceneJudge(TestSymbol test, Guideline guideline, CheckSettings settings, Func<RuleSymbol, bool> takesPart)
    {
        dataset = SceneDataset.Of(test.Scene, test.Span.File.Path);
        var subjects = new SceneSubjects(dataset, guideline);
        var ruleSet = RuleSet.Create(
            dataset,
            guideline,
            settings,
            firstSource: 0,
            rule => takesPart(rule) && subjects.HaveAnyOf(rule)
        );
        rules = ruleSet.Sources.Length;
        var named = test
            .Expectations.Where(expectation => expectation is { Rule: null, RuleName: not null })
            .Select(expectation => expectation.RuleName!)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var context = new CheckContext(dataset, guideline, settings);
        checks =
            named.Count == 0
                ? []
                :
                [
                    .. CheckRuns
                        .Of(context, CheckSettings.Default)
                        .Where(run => named.Contains(run.Check.Info.Code) || named.Contains(run.Check.Info.Name)),
                ];
        sources = [.. ruleSet.Sources, .. checks.Select(run => run.Check)];
        log = new RuleRunner(ruleSet, sources.Length) { KeepsUndecided = true }.Run(1, null, CancellationToken.None);
        if (checks.Length > 0)
            log.Add(
                new CheckRunner(context, checks, rules, sources.Length, Shard.Whole).Run(
                    1,
                    null,
                    CancellationToken.None
                )
            );
    }

    public ImmutableArray<SceneFinding> Findings() => Findings(log.Violations);

    /// <summary>What rules could not decide.</summary>
    public ImmutableArray<SceneFinding> Undecided() => Findings(log.Undecided);

    /// <summary>How often a rule was satisfied, violated and undecidable.</summary>
    public (long Satisfied, long Violated, long Undecidable) CountsOf(RuleSymbol rule)
    {
        for (var source = 0; source < rules; source++)
            if (sources[source].Rule == rule.Name)
                return (log.SatisfiedOf(source), log.ViolatedOf(source), log.UndecidableOf(source));
        return default;
    }

    ImmutableArray<SceneFinding> Findings(IEnumerable<Violation> violations) =>
        [
            .. violations
                .OrderBy(violation => violation.Source)
                .ThenBy(violation => violation.Subject)
                .ThenBy(violation => violation.Other)
                .Select(Finding),
        ];

    SceneFinding Finding(Violation violation)
    {
        var source = sources[violation.Source];
        var track = violation.Kind == SubjectKind.Track ? violation.Subject : -1;
        return new SceneFinding(
            source.Rule,
            violation.Source >= rules ? checks[violation.Source - rules].Check.Info.Name : null,
            violation.Kind,
            track < 0 ? violation.Subject : dataset.Tracks.AnnotationsOf(track)[0],
            violation.Other,
            track,
            source.Explain(violation).Message
        );
    }

    /// <summary>The annotations of the scene that a finding is about, in the order in which the rule binds them.</summary>
    public ImmutableArray<ImmutableArray<int>> PlacesOf(SceneFinding finding) =>
        finding.Kind switch
        {
            SubjectKind.Track =>
            [
                [.. dataset.Tracks.AnnotationsOf(finding.Track)],
            ],
            SubjectKind.Annotation when finding.Other >= 0 =>
            [
                [finding.Subject],
                [finding.Other],
            ],
            SubjectKind.Annotation =>
            [
                [finding.Subject],
            ],
            _ => [],
        };

    /// <summary>Where the guideline draws what a finding is about.</summary>
    public static LabelSpec.Semantics.Sources.SourceSpan SpanOf(SceneFinding finding, TestSymbol test) =>
        finding.Kind switch
        {
            SubjectKind.Annotation or SubjectKind.Track when finding.Subject < test.Scene.Annotations.Length =>
                test.Scene.Annotations[finding.Subject].Span,
            SubjectKind.Image => test.Scene.Images[finding.Subject].Span,
            _ => test.NameSpan,
        };
}
