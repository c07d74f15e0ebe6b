using LabelSpec.Cli.Running;
using LabelSpec.Engine;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Fixes;
using LabelSpec.Engine.Settings;
using LabelSpec.Grammar;
using LabelSpec.Reports;

namespace LabelSpec.Cli.Checking;

/// <summary>One run of <c>labelspec fix</c>: target by target, until nothing is left to repair.</summary>
sealed class FixRun(CommandContext context, string? guideline, CheckSettings settings, int threads)
{
    public int Run(IReadOnlyList<string> paths, bool isDryRun)
    {
        var projects = new Projects();
        var targets = new Targets(guideline, projects).Of(paths);
        var judging = new Judging(context, settings, threads);
        projects.CheckNames(judging.Load);
        var broken = projects
            .Findings.Concat(targets.SelectMany(target => judging.GuidelineOf(target)?.Findings ?? []))
            .FirstOrDefault(finding => finding.Severity == Severity.Error);
        if (broken is not null)
            throw CommandFailure.Usage(
                $"{broken.Location.File}:{broken.Location.Line}:{broken.Location.Column}: {broken.Message} "
                    + "Nothing was changed; labelspec check shows all of it."
            );

        var exitCode = ExitCode.Clean;
        foreach (var target in targets.Where(target => !target.Inputs.IsEmpty))
            exitCode = Math.Max(exitCode, Repair(target, judging, isDryRun));
        return exitCode;
    }

    int Repair(Target target, Judging judging, bool isDryRun)
    {
        AnalysisResult? last = null;
        var outcome = FixSession.Run(
            new FixRequest(() => judging.Read(target), dataset => last = judging.Judge(target, dataset, Baseline.Empty))
            {
                IsDryRun = isDryRun,
                Choose = Choose,
                Cancellation = context.Cancellation,
            }
        );
        foreach (var file in outcome.Files)
            Show(file);
        var repairs = $"{Count.Of(outcome.Fixed, "repair")} in {Count.Of(outcome.Files.Length, "file")}";
        context.Terminal.Error.WriteLine(
            isDryRun ? $"{repairs} would be made" : $"{repairs} made; {Count.Of(last!.Findings.Count, "finding")} left"
        );
        return outcome.Files.Any(file => file.Refused is not null)
            ? ExitCode.Unreadable
            : Verdict.Of(last!, Severity.Error);
    }

    // Who names a rule has looked at what it would do; without that, nothing is taken away.
    Fix? Choose(Finding finding) =>
        settings.Only.IsEmpty ? finding.Fixes.FirstOrDefault(fix => fix.IsSafe) : finding.Fixes.FirstOrDefault();

    void Show(FixedFile file)
    {
        if (file.Refused is { } reason)
            context.Terminal.Error.WriteLine($"labelspec: {file.Path} was left as it is: {reason}");
        else
            context.Terminal.Write(file.Diff ?? $"{file.Path}: {Count.Of(file.Edits, "edit")}\n");
    }
}
