using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Cli.Checking;
using LabelSpec.Cli.Running;
using LabelSpec.Engine.Fixes;
using LabelSpec.Engine.Migration;
using LabelSpec.Engine.Settings;
using LabelSpec.Reports;

namespace LabelSpec.Cli.Migrating;

/// <summary>One run of <c>labelspec migrate</c>: old words of data give way to those of the guideline, target by target.</summary>
sealed class MigrateRun(CommandContext context, string? guideline, int threads)
{
    public int Run(IReadOnlyList<string> paths, IReadOnlyList<LabelChange> wished, bool withAliases, bool isDryRun)
    {
        if (wished.FirstOrDefault(change => wished.Any(other => other.To == change.From)) is { } both)
            throw CommandFailure.Usage(
                $"'{both.From}' is an old and a new name at once; run the command once for each step"
            );
        var finder = new Targets(guideline, new Projects());
        var targets = finder.Of(paths).Where(target => !target.Inputs.IsEmpty).ToList();
        finder.Remark(context.Terminal);
        if (targets.Count == 0)
            throw CommandFailure.Usage("nothing to migrate: give annotation files or folders");
        var judging = new Judging(context, CheckSettings.Default, threads);
        var exitCode = ExitCode.Clean;
        foreach (var target in targets)
            exitCode = Math.Max(
                exitCode,
                Migrate(target, judging, wished.Count > 0 ? wished : History(target, judging, withAliases), isDryRun)
            );
        return exitCode;
    }

    static ImmutableArray<LabelChange> History(Target target, Judging judging, bool withAliases)
    {
        if (judging.GuidelineOf(target) is not { } loaded)
            throw CommandFailure.Usage(
                $"no guideline says what {target.Inputs[0].Path} is to be migrated to: name one with --spec, or give --class OLD=NEW"
            );
        return loaded.IsBroken
            ? throw CommandFailure.Usage(
                $"{target.Guideline} has errors; labelspec check shows them. Nothing was changed."
            )
            : [.. GuidelineHistory.ChangesOf(loaded.Guideline, withAliases)];
    }

    int Migrate(Target target, Judging judging, IReadOnlyList<LabelChange> changes, bool isDryRun)
    {
        ImmutableArray<(string File, string Reason)> refused = [];
        var hasUnreadable = false;
        Dataset? read = null;
        var outcome = FixSession.Run(
            new FixRequest(
                texts => read = judging.Read(target, texts),
                dataset =>
                {
                    hasUnreadable |= dataset.Files.Any(file => file.Format is null);
                    var plan = MigrationPlan.Of(dataset, changes, context.Cancellation);
                    refused = plan.Refused;
                    return plan.Fixes;
                }
            )
            {
                IsDryRun = isDryRun,
                Cancellation = context.Cancellation,
            }
        );
        UnreadFiles.Tell(read!, target, context.Terminal);
        foreach (var file in outcome.Files)
            if (file.Refused is { } reason)
                context.Terminal.Error.WriteLine($"labelspec: {file.Path} was left as it is: {reason}");
            else
                context.Terminal.Write(file.Diff ?? $"{file.Path}: {Count.Of(file.Edits, "edit")}\n");
        foreach (var (file, reason) in refused)
            context.Terminal.Error.WriteLine($"labelspec: {file}: {reason}");
        var changed = Count.Of(outcome.Files.Count(file => file.Refused is null), "file");
        context.Terminal.Error.WriteLine(
            changes.Count == 0 ? "the guideline replaces no label: there is nothing to migrate"
            : isDryRun ? $"{changed} would be changed"
            : $"{changed} changed"
        );
        return outcome.Files.Any(file => file.Refused is not null) || hasUnreadable ? ExitCode.Unreadable
            : refused.IsEmpty ? ExitCode.Clean
            : ExitCode.Findings;
    }
}
