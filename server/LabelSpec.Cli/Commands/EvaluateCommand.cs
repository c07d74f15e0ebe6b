using System.CommandLine;
using LabelSpec.Cli.Running;
using LabelSpec.Cli.Scoring;
using LabelSpec.Grammar;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.Quality.Evaluation;
using LabelSpec.Reports.Scores;

namespace LabelSpec.Cli.Commands;

/// <summary><c>labelspec evaluate</c>: measures predictions of a model.</summary>
static class EvaluateCommand
{
    public static Command Create(CommandContext context)
    {
        var truth = new Argument<string>("GT") { Description = "The ground truth: a file or folder of any format." };
        var predictions = new Argument<string>("PREDICTIONS")
        {
            Description = "What the model said: COCO results, or any format with scores.",
        };
        var type = new Option<string>("--type")
        {
            Description = "What is compared: boxes, masks or keypoints.",
            DefaultValueFactory = _ => EvaluationWords.Of(CocoTask.Boxes),
        }.OneOf([.. Enum.GetValues<CocoTask>().Select(EvaluationWords.Of)]);
        var mode = new Option<string>("--mode")
        {
            Description = "strict: the numbers of pycocotools; corrected: the same without its plain mistakes.",
            DefaultValueFactory = _ => EvaluationWords.Of(CocoMode.Strict),
        }.OneOf([.. Enum.GetValues<CocoMode>().Select(EvaluationWords.Of)]);
        var sigmas = new Option<string>("--sigmas")
        {
            Description = "Sigmas of the keypoints, with commas between them; those of the COCO person unless given.",
            HelpName = "S1,S2,…",
        };
        sigmas.MustBeNumbers();
        var scores = new ScoreOptions();

        var command = new DocumentedCommand(
            "evaluate",
            "Measures predictions of a model against ground truth: COCO's average precision and recall, and what is behind them.",
            "labelspec evaluate truth.json predictions.json",
            "labelspec evaluate --type segm --format json truth.json predictions.json"
        )
        {
            truth,
            predictions,
            type,
            mode,
            sigmas,
        };
        scores.AddTo(command);
        command.SetAction(parsed =>
        {
            var threads = parsed.GetValue(scores.Jobs);
            var data = new ScoredData(context, threads);
            var settings = new EvaluationSettings(
                Enum.GetValues<CocoTask>().First(task => EvaluationWords.Of(task) == parsed.GetValue(type))
            )
            {
                Mode = Enum.GetValues<CocoMode>().First(each => EvaluationWords.Of(each) == parsed.GetValue(mode)),
                Sigmas = parsed.GetValue(sigmas) is { } list ? Numbers.Of(list) : null,
                Threads = threads,
            };
            var report = Evaluator.Evaluate(
                data.Read(parsed.GetValue(truth)!),
                data.Read(parsed.GetValue(predictions)!),
                settings,
                context.Cancellation
            );
            scores.Report(
                parsed,
                context,
                (form, output) => EvaluationText.Write(report, form, output),
                (form, output) => EvaluationJson.Write(report, form, output)
            );
            return report.Findings.Any(finding => finding.Severity == Severity.Error)
                ? ExitCode.Findings
                : ExitCode.Clean;
        });
        return command;
    }
}
