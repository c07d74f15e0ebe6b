using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Cli.Running;
using LabelSpec.Engine;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Settings;
using LabelSpec.Grammar;
using LabelSpec.Reports;

namespace LabelSpec.Cli.Checking;

/// <summary>One run of <c>labelspec check</c>: find, judge, report.</summary>
sealed class CheckRun(CommandContext context, CheckArguments arguments)
{
    /// <summary>What judges a target that was read; all of it, here and now, unless told otherwise.</summary>
    public Func<Target, AnalysisRequest, AnalysisResult> Analyse { get; init; } = (_, request) => Analysis.Run(request);

    /// <summary>Whether pipes that are named are read; else they are refused, as they can be read only once.</summary>
    public bool ReadsPipes { get; init; } = !arguments.Watch;

    /// <summary>Runs once and says how the process should end.</summary>
    public int Once()
    {
        var projects = new Projects();
        var finder = new Targets(arguments.Guideline, projects) { ReadsPipes = ReadsPipes };
        var targets = finder.Of(arguments.Paths);
        var judging = new Judging(context, arguments.Settings, arguments.Threads)
        {
            Analyse = Analyse,
            WantsHashes = arguments.UsesCache || arguments.Format.StatesHashes,
        };
        projects.CheckNames(judging.Load);
        // Fail before the long work rather than after it.
        var baselines = targets.Select(target => BaselineOf(target.Project)).Distinct().ToList();
        if (arguments.UpdateBaseline && baselines is not [{ }])
            throw CommandFailure.Usage("--update-baseline needs one baseline: name it with --baseline FILE");

        var caching = new CachedJudging(judging, arguments);
        var judged = targets
            .Select(target => (Target: target, Baseline: BaselineOf(target.Project)))
            .Select(each => caching.Judge(each.Target, Read(each.Baseline), each.Baseline))
            .ToList();
        var result = WithFindings(
            CombinedResult.Of([.. judged.Select(each => each.Result)]),
            [.. projects.Findings, .. finder.Unlisted.Select(UnlistedFolder)]
        );
        if (arguments.UpdateBaseline)
            return UpdateBaseline(baselines[0]!, result);

        var exitCode = Verdict.Of(result, arguments.FailOn);
        if (arguments.Pictures is { } folder)
            Draw(folder, judged);
        Report(result, exitCode, new GuidelineHelp([.. judging.Guidelines.Select(loaded => loaded.Guideline)]));
        caching.Keep();
        return exitCode;
    }

    void Draw(string folder, List<(AnalysisResult Result, Dataset? Dataset)> judged)
    {
        var pictures = new FindingPictures(context, folder);
        foreach (var (result, dataset) in judged)
            if (dataset is not null)
                pictures.Draw(dataset, result.Findings);
    }

    string? BaselineOf(Annotations.Project.ProjectFile? project) =>
        arguments.Baseline ?? (project?.Baseline is { } named ? DisplayPath.Of(project.FullPath(named)) : null);

    // A baseline that is being written anew does not hide what it is to hold. One that the project names need not be
    // there yet; one that the command line names must be.
    Baseline Read(string? path)
    {
        if (path is null || arguments.UpdateBaseline || (arguments.Baseline is null && !File.Exists(path)))
            return Baseline.Empty;
        if (!File.Exists(path))
            throw CommandFailure.Usage($"there is no baseline {path}; --update-baseline writes it");
        return BaselineFile.TryRead(File.ReadAllBytes(path), out var baseline, out var problem)
            ? baseline
            : throw CommandFailure.Usage($"the baseline {path} cannot be used: {problem}");
    }

    int UpdateBaseline(string path, AnalysisResult result)
    {
        ReplacedFile.Write(path, stream => BaselineFile.Write(Baseline.Of(result.Findings), stream));
        context.Terminal.Error.WriteLine($"{path} knows {Count.Of(result.Findings.Count, "finding")} now");
        return Verdict.OfInputs(result) ?? ExitCode.Clean;
    }

    static AnalysisResult WithFindings(AnalysisResult result, List<Finding> findings) =>
        result with
        {
            GuidelineFindings = [.. findings, .. result.GuidelineFindings],
            Summary = result.Summary with
            {
                Errors = result.Summary.Errors + findings.Count(finding => finding.Severity == Severity.Error),
                Warnings = result.Summary.Warnings + findings.Count(finding => finding.Severity == Severity.Warning),
            },
        };

    // The annotations are judged all the same, by the built-in checks.
    static Finding UnlistedFolder(string folder) =>
        new()
        {
            Rule = FileProblems.Unreadable.Code,
            Severity = Severity.Warning,
            Message = Targets.RemarkOn(folder),
            Location = Location.Whole(folder),
            Fingerprint = $"{FileProblems.Unreadable.Code}:{folder}",
            HelpTopic = FileProblems.Unreadable.Code,
        };

    void Report(AnalysisResult result, int exitCode, GuidelineHelp help)
    {
        var toTerminal = arguments.Output is null;
        var report = new ReportContext
        {
            ToolVersion = ToolVersion.Text,
            MaxPerRule = arguments.Max ?? arguments.Format.DefaultMax,
            FailOn = arguments.FailOn,
            Colour = toTerminal && arguments.Colour && context.Terminal.Colour,
            Width = toTerminal ? context.Terminal.Width : 0,
            Root = Directory.GetCurrentDirectory(),
            ExitCode = exitCode,
            Help = help,
        };
        ReportOutput.Write(arguments.Output, context, output => arguments.Format.Report.Write(result, report, output));
    }
}
