using System.CommandLine;
using System.CommandLine.Parsing;
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
            Description = "What is compared: boxes, masks, keypoints, panoptic segments, or tracks in video.",
            DefaultValueFactory = _ => EvaluationWords.Of(CocoTask.Boxes),
        }.OneOf([.. Enum.GetValues<CocoTask>().Select(EvaluationWords.Of), PanopticRun.Type, TracksRun.Type]);
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
        var tide = new Option<bool>("--tide")
        {
            Description = "Sort errors by kind, with what AP would gain without each.",
        };
        var lvis = new Option<bool>("--lvis")
        {
            Description = "The numbers of LVIS too, by what its files say of images and categories.",
        };
        var curves = new Option<bool>("--curves") { Description = "Precision over recall of each class, in the JSON." };
        var sliceBy = new Option<string[]>("--slice-by")
        {
            Description =
                "Measure the objects with each value of an attribute, or of each size. May be given several times.",
            HelpName = "ATTRIBUTE",
        };
        var slice = new Option<string[]>("--slice")
        {
            Description =
                "Measure the objects that a rule of the guideline finds, or for which an expression about a holds, such as "
                + "'a.occlusion == heavy and image.time == night'. May be given several times.",
            HelpName = "RULE|EXPRESSION",
        };
        var guideline = new Option<string>("--spec")
        {
            Description = "The guideline: for --slice, and to count which rules the predictions break.",
            HelpName = "FILE",
        };
        var against = new Option<string>("--against")
        {
            Description = "Predictions of another model, to tell whether the difference is more than chance.",
            HelpName = "FILE",
        };
        var samples = new Option<int>("--samples")
        {
            Description = "Samples of the bootstrap and of the randomisation of --against.",
            HelpName = "N",
            DefaultValueFactory = _ => 1000,
        };
        samples.MustBeAtLeast(1);
        var scores = new ScoreOptions();

        var command = new DocumentedCommand(
            "evaluate",
            "Measures predictions of a model against ground truth: COCO's average precision and recall, and what is behind them.",
            "labelspec evaluate truth.json predictions.json",
            "labelspec evaluate --type segm --format json truth.json predictions.json",
            "labelspec evaluate --tide --slice-by occlusion --against old.json truth.json new.json",
            "labelspec evaluate --spec urban.labelspec --slice 'a.area < 500px2' truth.json predictions.json"
        )
        {
            truth,
            predictions,
            type,
            mode,
            sigmas,
            tide,
            lvis,
            curves,
            sliceBy,
            slice,
            guideline,
            against,
            samples,
        };
        scores.AddTo(command);
        // Validators see no defaults.
        string TypeIn(CommandResult result) => result.GetValue(type) ?? EvaluationWords.Of(CocoTask.Boxes);
        var tasks = Enum.GetValues<CocoTask>().Select(EvaluationWords.Of).ToArray();
        command.Refuse(
            result => tasks.Contains(TypeIn(result)) ? null : $"is for --type {string.Join(", ", tasks)}",
            tide,
            lvis,
            curves,
            sliceBy,
            slice,
            guideline,
            against,
            samples
        );
        command.Refuse(result => TypeIn(result) == TracksRun.Type ? "is not for tracks" : null, mode);
        command.Refuse(
            result =>
                TypeIn(result) == EvaluationWords.Of(CocoTask.Keypoints)
                    ? null
                    : $"is for --type {EvaluationWords.Of(CocoTask.Keypoints)}",
            sigmas
        );
        command.SetAction(parsed =>
        {
            var threads = parsed.GetValue(scores.Jobs);
            var data = new ScoredData(context, threads);
            var right = data.Read(parsed.GetValue(truth)!);
            var said = data.ReadPredictions(parsed.GetValue(predictions)!);
            if (parsed.GetValue(type) == TracksRun.Type)
                return TracksRun.Run(parsed, scores, context, right, said);
            var spec = parsed.GetValue(guideline);
            string[] expressions = parsed.GetValue(slice) ?? [];
            if (expressions.Length > 0 && spec is null)
                throw CommandFailure.Usage(
                    "--slice needs a guideline: name it with --spec, or use --slice-by ATTRIBUTE"
                );
            var numbers = Enum.GetValues<CocoMode>().First(each => EvaluationWords.Of(each) == parsed.GetValue(mode));
            if (parsed.GetValue(type) == PanopticRun.Type)
                return PanopticRun.Run(parsed, scores, context, right, said, numbers);

            var settings = new EvaluationSettings(
                Enum.GetValues<CocoTask>().First(task => EvaluationWords.Of(task) == parsed.GetValue(type))
            )
            {
                Mode = numbers,
                Sigmas = parsed.GetValue(sigmas) is { } list ? Numbers.Of(list) : null,
                Tide = parsed.GetValue(tide),
                Lvis = parsed.GetValue(lvis),
                Curves = parsed.GetValue(curves),
                Samples = parsed.GetValue(samples),
                Slices =
                [
                    .. Slices.OfAttributes(right, parsed.GetValue(sliceBy) ?? []),
                    .. spec is null ? [] : Slices.OfGuideline(spec, expressions, context),
                ],
                Guideline = spec is null ? null : ScoreGuideline.Load(spec, context).Guideline,
                Threads = threads,
            };
            var other = parsed.GetValue(against) is { } path ? data.ReadPredictions(path) : null;
            var report = Evaluator.Evaluate(right, said, settings, other, context.Cancellation);
            if (settings.Lvis && report.Lvis is null)
                throw CommandFailure.Usage("--lvis needs a ground truth of LVIS: its categories state their frequency");
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
