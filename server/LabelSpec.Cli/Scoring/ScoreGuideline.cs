using System.CommandLine;
using LabelSpec.Cli.Checking;
using LabelSpec.Cli.Running;
using LabelSpec.Grammar;

namespace LabelSpec.Cli.Scoring;

/// <summary>The guideline that scores are made by.</summary>
static class ScoreGuideline
{
    public static Option<string> Option() =>
        new("--spec") { Description = "The guideline; found as for check unless given.", HelpName = "FILE" };

    /// <summary>The named one, or else that of the first input that has one; null without any.</summary>
    /// <exception cref="CommandFailure">It has errors.</exception>
    public static LoadedGuideline? Of(string? named, IReadOnlyList<string> inputs, CommandContext context)
    {
        var finder = new Targets(named, new Projects());
        var found = finder.Of(inputs).Select(target => target.Guideline).FirstOrDefault(path => path is not null);
        if (found is not null)
            return Load(found, context);
        finder.Remark(context.Terminal);
        return null;
    }

    /// <summary>A guideline, whose errors are shown with their places: what it says is not what its author means.</summary>
    /// <exception cref="CommandFailure">It has errors.</exception>
    public static LoadedGuideline Load(string path, CommandContext context)
    {
        var guideline = LoadedGuideline.Load(path);
        foreach (var error in guideline.Findings.Where(finding => finding.Severity == Severity.Error))
            context.Terminal.Error.WriteLine(
                $"{error.Location.File}:{error.Location.Line}:{error.Location.Column}: error[{error.Rule}] {error.Message}"
            );
        return guideline.IsBroken ? throw CommandFailure.Usage($"{path} has errors: nothing was compared") : guideline;
    }
}
