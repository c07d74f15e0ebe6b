using LabelSpec.Annotations.Model;
using LabelSpec.Cli.Running;
using LabelSpec.Engine;
using LabelSpec.Engine.Checks;
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
        var finder = new Targets(guideline, projects);
        var targets = finder.Of(paths);
        finder.Remark(context.Terminal);
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
        Dataset? read = null;
        var outcome = FixSession.Run(
            FixRequest.OfFindings(
                texts => read = judging.Read(target, texts),
                dataset => last = judging.Judge(target, dataset, Baseline.Empty),
                Choose
            ) with
            {
                IsDryRun = isDryRun,
                Cancellation = context.Cancellation,
            }
        );
        UnreadFiles.Tell(read!, target, context.Terminal);
        foreach (var file in outcome.Files)
            Show(file);
        var repairs =
            $"{Count.Of(outcome.Fixed, "repair")} in {Count.Of(outcome.Files.Count(file => file.Refused is null), "file")}";
        context.Terminal.Error.WriteLine(
            isDryRun ? $"{repairs} would be made" : $"{repairs} made; {Count.Of(last!.Findings.Count, "finding")} left"
        );
        foreach (var name in settings.Only.Order(StringComparer.Ordinal))
            if (last!.Findings.Count(finding => Is(finding, name) && finding.Fixes.IsEmpty) is > 0 and var count)
                context.Terminal.Error.WriteLine(
                    $"{name}: {Count.Of(count, "finding")} {(count == 1 ? "has" : "have")} no repair: none is known, or "
                        + "the shape or the file's format does not allow it"
                );
        return outcome.Files.Any(file => file.Refused is not null)
            ? ExitCode.Unreadable
            : Verdict.Of(last!, Severity.Error);
    }

    static bool Is(Finding finding, string name) =>
        string.Equals(finding.Rule, name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(CheckCatalogue.Find(finding.Rule)?.Name, name, StringComparison.OrdinalIgnoreCase);

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
