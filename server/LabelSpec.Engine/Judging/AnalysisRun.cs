using System.Collections.Immutable;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Rules;
using LabelSpec.Engine.Settings;
using LabelSpec.Engine.Sharding;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Judging;

/// <summary>All that judges one data set, numbered: the rules of the guideline, the checks, then what readers found.</summary>
sealed class AnalysisRun
{
    readonly AnalysisRequest request;
    readonly CheckContext context;
    readonly List<CheckRun> checks;
    readonly RuleSet? rules;
    readonly ImmutableArray<ViolationSource> ruleSources;
    readonly ProblemSources problems;

    public AnalysisRun(AnalysisRequest request)
    {
        this.request = request;
        var dataset = request.Dataset;
        var settings = SettingsResolution.Resolve(request.Settings, request.Project, request.Guideline);
        context = new CheckContext(dataset, request.Guideline, settings);
        checks = CheckRuns.Of(context);
        problems = new ProblemSources(dataset, settings);
        rules = request.Guideline is { } guideline
            ? RuleSet.Create(dataset, guideline, settings, firstSource: 0)
            : null;
        ruleSources = rules?.Sources ?? [];
        Sources = [.. ruleSources, .. checks.Select(run => run.Check), .. problems.All];
    }

    public ImmutableArray<ViolationSource> Sources { get; }

    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public JudgedShare Judge()
    {
        var runner = new CheckRunner(context, checks, firstSource: ruleSources.Length, Sources.Length, request.Shard);
        var log = runner.Run(
            request.Threads,
            PartialProgress.Of(request.Progress, 0, rules is null ? 1 : 0.5),
            request.Cancellation
        );
        ImmutableArray<double> totals = [];
        if (rules is not null)
        {
            var ruleRunner = new RuleRunner(rules, Sources.Length) { Shard = request.Shard };
            log.Add(
                ruleRunner.Run(request.Threads, PartialProgress.Of(request.Progress, 0.5, 1), request.Cancellation)
            );
            totals = [.. ruleRunner.Globals];
        }

        if (request.Shard.JudgesWhole)
            problems.Report(log, firstSource: ruleSources.Length + checks.Count);
        return new JudgedShare([.. Sources.Select(source => source.Rule)], totals, log);
    }

    /// <summary>Takes over what was judged elsewhere, so that it can be explained here.</summary>
    public void Adopt(JudgedShare all)
    {
        if (rules is not null)
            new RuleRunner(rules, Sources.Length).Adopt(all.Totals.AsSpan(), request.Threads, request.Cancellation);
    }

    /// <summary>Puts in order what all shards found, and takes out what is excused or known.</summary>
    public AnalysisResult Finish(JudgedShare all)
    {
        var dataset = request.Dataset;
        var places = new Places(dataset);
        var (left, waived, known) = new Sieve(dataset, Sources, places).Sift(
            ViolationOrder.Sort(all.Log.Violations, places),
            Waivers.Of(request.Project, request.Today),
            request.Baseline
        );
        return new AnalysisResult
        {
            Inputs = Counts.Inputs(dataset),
            Guideline = request.GuidelineSummary,
            Rules = Counts.Tallies(Sources, all.Log),
            Findings = new JudgedFindings(dataset, Sources, left, places),
            GuidelineFindings = request.GuidelineFindings,
            Summary = Counts.Findings(Sources, left) with
            {
                Images = dataset.Images.Count,
                Annotations = dataset.Annotations.Count,
                Waived = waived,
                Known = known,
            },
        };
    }
}
