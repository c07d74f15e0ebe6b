using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
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
    readonly ProblemSources problems;

    public AnalysisRun(AnalysisRequest request)
    {
        this.request = request;
        var dataset = request.Dataset;
        var user = SettingsResolution.OfUser(request.Settings, request.Project);
        var settings = SettingsResolution.WithGuideline(user, request.Guideline, []);
        Context = new CheckContext(dataset, request.Guideline, settings, request);
        Checks = CheckRuns.Of(Context, user);
        problems = new ProblemSources(dataset, settings);
        Rules = request.Guideline is { } guideline
            ? RuleSet.Create(dataset, guideline, settings, firstSource: 0)
            : null;
        ImmutableArray<ViolationSource> rules = Rules?.Sources ?? [];
        RuleCount = rules.Length;
        Sources = [.. rules, .. Checks.Select(run => run.Check), .. problems.All];
    }

    public CheckContext Context { get; }

    public Dataset Dataset => request.Dataset;

    public ImmutableArray<ViolationSource> Sources { get; }

    /// <summary>How many sources are rules; the checks follow.</summary>
    public int RuleCount { get; }

    public List<CheckRun> Checks { get; }

    /// <summary>Null without a guideline.</summary>
    public RuleSet? Rules { get; }

    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public JudgedShare Judge()
    {
        var runner = new CheckRunner(Context, Checks, firstSource: RuleCount, Sources.Length, request.Shard);
        var log = runner.Run(
            request.Threads,
            PartialProgress.Of(request.Progress, 0, Rules is null ? 1 : 0.5),
            request.Cancellation
        );
        BigDataMemory.GiveBack(Dataset);
        ImmutableArray<double> totals = [];
        if (Rules is not null)
        {
            var ruleRunner = new RuleRunner(Rules, Sources.Length) { Shard = request.Shard };
            log.Add(
                ruleRunner.Run(request.Threads, PartialProgress.Of(request.Progress, 0.5, 1), request.Cancellation)
            );
            totals = [.. ruleRunner.Globals];
        }

        BigDataMemory.GiveBack(Dataset);
        if (request.Shard.JudgesWhole)
            ReportProblems(log);
        return new JudgedShare([.. Sources.Select(source => source.Rule)], totals, log);
    }

    /// <summary>Leaves what readers found.</summary>
    public void ReportProblems(ViolationLog log) => problems.Report(log, firstSource: RuleCount + Checks.Count);

    /// <summary>Takes over what was judged elsewhere, so that it can be explained here.</summary>
    public void Adopt(JudgedShare all)
    {
        if (Rules is not null)
            new RuleRunner(Rules, Sources.Length).Adopt(all.Totals.AsSpan(), request.Threads, request.Cancellation);
    }

    /// <summary>Puts in order what all shards found, and takes out what is excused or known.</summary>
    public AnalysisResult Finish(JudgedShare all) => Finish(all.Log);

    /// <inheritdoc cref="Finish(JudgedShare)"/>
    /// <param name="log">What was found.</param>
    /// <param name="keepsOrder">The log is left in order, for a later version that takes it over.</param>
    public AnalysisResult Finish(ViolationLog log, bool keepsOrder = false)
    {
        var dataset = request.Dataset;
        var places = new Places(dataset);
        ImmutableArray<AnalysedInput> inputs = [];
        Violation[] sorted = [];
        Parallel.Invoke(
            new ParallelOptions { MaxDegreeOfParallelism = request.Threads },
            () => inputs = Counts.Inputs(dataset),
            () => sorted = ViolationOrder.Sort(log.Violations, places)
        );
        if (keepsOrder)
            log.BringInOrder(sorted);
        var sifted = new Sieve(dataset, Sources, places).Sift(
            TrackLabels.Once(sorted, Sources, dataset),
            Waivers.Of(request.Project, request.Today),
            request.Baseline
        );
        return new AnalysisResult
        {
            Inputs = inputs,
            Guideline = request.GuidelineSummary,
            Rules = Counts.Tallies(Sources, log),
            Findings = new JudgedFindings(dataset, Sources, sifted.Left, places, request.Threads),
            Excused = new JudgedFindings(dataset, Sources, sifted.Excused, places, request.Threads)
            {
                Excuses = sifted.Excuses,
            },
            GuidelineFindings = request.GuidelineFindings,
            Summary = Counts.Findings(Sources, sifted.Left) with
            {
                Images = dataset.Images.Count,
                Annotations = dataset.Annotations.Count,
                Waived = sifted.Waived,
                Known = sifted.Known,
            },
        };
    }
}
