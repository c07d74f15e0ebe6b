using System.CommandLine;
using LabelSpec.Cli.Running;
using LabelSpec.Cli.Scoring;
using LabelSpec.Grammar;
using LabelSpec.Quality.Suspects;
using LabelSpec.Reports.Scores;

namespace LabelSpec.Cli.Commands;

/// <summary><c>labelspec suspects</c>: ranks probable errors of a ground truth.</summary>
static class SuspectsCommand
{
    public static Command Create(CommandContext context)
    {
        var truth = new Argument<string>("GT") { Description = "The annotations that are doubted: a file or folder." };
        var predictions = new Argument<string>("PREDICTIONS")
        {
            Description = "What a model said that was not trained on these images.",
        };
        var guideline = new Option<string>("--spec")
        {
            Description = "A guideline: what its rules find is evidence too. Built-in checks always are.",
            HelpName = "FILE",
        };
        var overlap = new Option<double>("--iou")
        {
            Description = "IoU from which a prediction means an annotation.",
            HelpName = "SHARE",
            DefaultValueFactory = _ => .5,
        };
        overlap.MustBeShare();
        var confidence = new Option<double>("--confidence")
        {
            Description = "Score from which a prediction without annotation is something missing.",
            HelpName = "SHARE",
            DefaultValueFactory = _ => .95,
        };
        confidence.MustBeShare();
        var least = new Option<double>("--least")
        {
            Description = "Least likelihood that is reported.",
            HelpName = "SHARE",
            DefaultValueFactory = _ => .5,
        };
        least.MustBeShare();
        var most = new Option<int>("--max")
        {
            Description = "How many suspects the text shows; 0 shows all.",
            HelpName = "N",
            DefaultValueFactory = _ => 50,
        };
        most.MustBeAtLeast(0);
        var scores = new ScoreOptions();

        var command = new DocumentedCommand(
            "suspects",
            "Ranks probable errors of a ground truth by what a model says, and by what rules find.",
            "labelspec suspects truth.json predictions.json",
            "labelspec suspects --spec urban.labelspec --confidence 0.8 --format json truth.json predictions.json"
        )
        {
            truth,
            predictions,
            guideline,
            overlap,
            confidence,
            least,
            most,
        };
        scores.AddTo(command);
        command.SetAction(parsed =>
        {
            var threads = parsed.GetValue(scores.Jobs);
            var data = new ScoredData(context, threads);
            var doubted = data.Read(parsed.GetValue(truth)!);
            var said = data.ReadPredictions(parsed.GetValue(predictions)!);
            var report = SuspectSearch.Run(
                doubted,
                said,
                new()
                {
                    Overlap = parsed.GetValue(overlap),
                    Confidence = parsed.GetValue(confidence),
                    Least = parsed.GetValue(least),
                    Guideline = parsed.GetValue(guideline) is { } spec
                        ? ScoreGuideline.Load(spec, context).Guideline
                        : null,
                    Threads = threads,
                },
                context.Cancellation
            );
            scores.Report(
                parsed,
                context,
                (form, output) => SuspectsText.Write(report, parsed.GetValue(most), form, output),
                (form, output) => SuspectsJson.Write(report, form, output)
            );
            return report.Findings.Any(finding => finding.Severity == Severity.Error)
                ? ExitCode.Findings
                : ExitCode.Clean;
        });
        return command;
    }
}
