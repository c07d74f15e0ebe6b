using LabelSpec.Cli.Running;
using LabelSpec.Engine.Sharding;
using LabelSpec.Reports;

namespace LabelSpec.Cli.Checking;

/// <summary>One run of <c>labelspec check --shard</c>: judges a share and writes it down for <c>labelspec merge</c>.</summary>
sealed class ShardRun(CommandContext context, CheckArguments arguments)
{
    /// <summary>
    /// Ends with 0 whatever was found or could not be read: that is said once, by the merge, and a scheduler must not run a shard
    /// again for it.
    /// </summary>
    public int Write(Shard shard, string path)
    {
        var projects = new Projects();
        var targets = new Targets(arguments.Guideline, projects).Of(arguments.Paths);
        var judging = new Judging(context, arguments.Settings, arguments.Threads) { WantsHashes = true };
        if (projects.Findings.Count > 0)
            throw CommandFailure.Usage($"the project file is wrong: {projects.Findings[0].Message}");

        var shares = new List<PartialShare>();
        foreach (var target in targets.Where(target => !target.Inputs.IsEmpty))
        {
            if (judging.GuidelineOf(target) is { IsBroken: true } broken)
                throw CommandFailure.Usage($"the guideline is wrong: {broken.Findings[0].Message}");
            shares.Add(judging.Judge(target, judging.ReadForShare(target), shard));
        }

        var partial = new Partial(ToolVersion.Text, shard, ShardRequest.Of(arguments).ToJson(), [.. shares]);
        ReplacedFile.Write(path, stream => PartialFile.Write(partial, stream));
        context.Terminal.Error.WriteLine(
            $"shard {shard}: {Count.Of(shares.Sum(share => share.Share.Violations), "violation")} written to {path}"
        );
        return ExitCode.Clean;
    }
}
