using System.Collections.Immutable;
using System.Diagnostics;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Judging;
using LabelSpec.Engine.Rules;
using LabelSpec.Engine.Settings;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine;

/// <summary>The one question that every face asks: what is wrong with these annotations?</summary>
public static class Analysis
{
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public static AnalysisResult Run(AnalysisRequest request)
    {
        var clock = Stopwatch.StartNew();
        var dataset = request.Dataset;
        var settings = SettingsResolution.Resolve(request.Settings, request.Project, request.Guideline);
        var context = new CheckContext(dataset, request.Guideline, settings);
        var runs = CheckRuns.Of(context);
        var problems = new ProblemSources(dataset, settings);
        var rules = request.Guideline is { } guideline
            ? RuleSet.Create(dataset, guideline, settings, firstSource: 0)
            : null;
        ImmutableArray<ViolationSource> ruleSources = rules?.Sources ?? [];
        ImmutableArray<ViolationSource> sources = [.. ruleSources, .. runs.Select(run => run.Check), .. problems.All];

        var runner = new CheckRunner(context, runs, firstSource: ruleSources.Length, sources.Length);
        var log = runner.Run(
            request.Threads,
            PartialProgress.Of(request.Progress, 0, rules is null ? 1 : 0.5),
            request.Cancellation
        );
        if (rules is not null)
            log.Add(
                new RuleRunner(rules, sources.Length).Run(
                    request.Threads,
                    PartialProgress.Of(request.Progress, 0.5, 1),
                    request.Cancellation
                )
            );
        problems.Report(log, firstSource: ruleSources.Length + runs.Count);

        var places = new Places(dataset);
        var (left, waived, known) = new Sieve(dataset, sources, places).Sift(
            ViolationOrder.Sort(log.Violations, places),
            Waivers.Of(request.Project, request.Today),
            request.Baseline
        );
        return new AnalysisResult
        {
            Inputs = Counts.Inputs(dataset),
            Guideline = request.GuidelineSummary,
            Rules = Counts.Tallies(sources, log),
            Findings = new JudgedFindings(dataset, sources, left, places),
            GuidelineFindings = request.GuidelineFindings,
            Summary = Counts.Findings(sources, left) with
            {
                Images = dataset.Images.Count,
                Annotations = dataset.Annotations.Count,
                Waived = waived,
                Known = known,
                Duration = clock.Elapsed,
            },
        };
    }
}
