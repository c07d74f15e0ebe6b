using System.CommandLine;
using LabelSpec.Cli.Running;
using LabelSpec.Cli.Scoring;
using LabelSpec.Grammar;
using LabelSpec.Quality.Agreement;
using LabelSpec.Reports.Scores;

namespace LabelSpec.Cli.Commands;

/// <summary><c>labelspec agree</c>: measures how far annotators agree.</summary>
static class AgreeCommand
{
    static readonly string[] Breakdowns = ["class", "attribute", "image", "annotator"];

    public static Command Create(CommandContext context)
    {
        var work = new Argument<string[]>("WORK")
        {
            Description = "One file or folder for each annotator, or one file that names its annotators.",
            Arity = ArgumentArity.OneOrMore,
        };
        var by = new Option<string[]>("--by")
        {
            Description = "What to break the agreement down by: class, attribute, image, annotator.",
            HelpName = "WHAT",
        };
        by.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (!Breakdowns.Contains(token.Value))
                    result.AddError(
                        $"--by is one of {string.Join(", ", Breakdowns)}, not '{token.Value}'"
                            + Suggestion.For(token.Value, Breakdowns)
                    );
        });
        var overlap = new Option<double?>("--iou")
        {
            Description =
                "IoU from which two shapes may be one object: what the guideline's match says, or 0.5, unless told.",
            HelpName = "SHARE",
        };
        overlap.MustBeShare();
        var bounds = new Option<bool>("--bounds")
        {
            Description = "Polygons, masks and ellipses are compared by the boxes around them, and so with boxes too.",
        };
        var scales = new ScaleOptions();
        var samples = new Option<int>("--samples")
        {
            Description = "Samples of the bootstrap; 0 for no intervals.",
            HelpName = "N",
            DefaultValueFactory = _ => 1000,
        };
        samples.MustBeAtLeast(0);
        var guideline = ScoreGuideline.Option();
        var tables = new LabelTableOptions();
        var scores = new ScoreOptions();

        var command = new DocumentedCommand(
            "agree",
            "Measures how far annotators agree: on what is there, what it is, where it is, and its attributes.",
            "labelspec agree anna.json ben.json cleo.json",
            "labelspec agree --by annotator --by class anna.json ben.json cleo.json",
            "labelspec agree --spec urban.labelspec anna.json ben.json",
            "labelspec agree --ordinal occlusion=none,partial,heavy --format json anna.json ben.json"
        )
        {
            work,
            by,
            overlap,
            bounds,
            samples,
            guideline,
        };
        scales.AddTo(command);
        tables.AddTo(command, by, overlap, bounds, guideline);
        scores.AddTo(command);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(tables.IsTable))
            {
                var table = tables.Read(parsed, parsed.GetValue(work)!, context);
                var agreement = LabelTableAgreement.Of(
                    table,
                    scales.Apply(new() { Samples = parsed.GetValue(samples) }, parsed)
                );
                scales.WarnOfOthers(parsed, [table.Question], context.Terminal.Error);
                if (!agreement.Outside.IsEmpty)
                    throw CommandFailure.Unreadable($"{table.Question}: {AgreementWords.OffScale(agreement.Outside)}");
                scores.Report(
                    parsed,
                    context,
                    (form, output) =>
                        LabelsReport.WriteAgreement(table, agreement.Agreement, form, asJson: false, output),
                    (form, output) =>
                        LabelsReport.WriteAgreement(table, agreement.Agreement, form, asJson: true, output)
                );
                return ExitCode.Clean;
            }

            var threads = parsed.GetValue(scores.Jobs);
            var rules = ScoreGuideline.Of(parsed.GetValue(guideline), parsed.GetValue(work)!, context)?.Guideline;
            var annotators = AnnotatorInputs.Read(parsed.GetValue(work)!, new ScoredData(context, threads));
            var report = AgreementAnalysis.Run(
                annotators,
                scales.Apply(new(), parsed) with
                {
                    Overlap = parsed.GetValue(overlap) ?? new AgreementSettings().Overlap,
                    IsOverlapGiven = parsed.GetValue(overlap) is not null,
                    ComparesBounds = parsed.GetValue(bounds),
                    Samples = parsed.GetValue(samples),
                    Guideline = rules,
                    Threads = threads,
                },
                context.Cancellation
            );
            if (rules is not null)
                report = report with { Gates = AgreementGates.Judge(report, rules.Quality?.Agreement ?? []) };

            scales.WarnOfOthers(
                parsed,
                [.. report.ByAttribute.Select(attribute => attribute.Name)],
                context.Terminal.Error
            );
            var breakdowns = (parsed.GetValue(by) ?? []).ToHashSet();
            scores.Report(
                parsed,
                context,
                (form, output) => AgreementText.Write(report, breakdowns, form, output),
                (form, output) => AgreementJson.Write(report, form, output)
            );
            return
                report.Findings.Any(finding => finding.Severity == Severity.Error)
                || report.Gates.Any(gate => gate.IsReached != true)
                ? ExitCode.Findings
                : ExitCode.Clean;
        });
        return command;
    }
}
