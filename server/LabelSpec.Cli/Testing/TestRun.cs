using LabelSpec.Cli.Checking;
using LabelSpec.Cli.Running;
using LabelSpec.Engine.SpecTests;
using LabelSpec.Grammar;

namespace LabelSpec.Cli.Testing;

/// <summary>One run of <c>labelspec test</c>.</summary>
sealed class TestRun(CommandContext context, string? pictures)
{
    public int Run(IReadOnlyList<string> guidelines)
    {
        var exitCode = ExitCode.Clean;
        foreach (var path in guidelines.Count > 0 ? guidelines : [Nearest()])
        {
            context.Cancellation.ThrowIfCancellationRequested();
            exitCode = Math.Max(exitCode, RunOne(path));
        }

        return exitCode;
    }

    string Nearest()
    {
        var finder = new Targets(null, new Projects());
        var found = finder.GuidelineOfFolder(".");
        finder.Remark(context.Terminal);
        return found ?? throw CommandFailure.Usage("there is no guideline here or above: name one");
    }

    int RunOne(string path)
    {
        var guideline = LoadedGuideline.Load(path);
        foreach (var error in guideline.Findings.Where(finding => finding.Severity == Severity.Error))
            context.Terminal.Error.WriteLine(
                $"{error.Location.File}:{error.Location.Line}:{error.Location.Column}: error[{error.Rule}] {error.Message}"
            );
        if (guideline.IsBroken)
            throw CommandFailure.Usage($"{path} has errors: nothing was tested");

        var report = SpecTestRunner.Run(guideline.Guideline);
        new TestText(context.Terminal).Write(report);
        if (pictures is not null)
            ScenePictures.Write(report, pictures);
        return report.HasFailures ? ExitCode.Findings : ExitCode.Clean;
    }
}
