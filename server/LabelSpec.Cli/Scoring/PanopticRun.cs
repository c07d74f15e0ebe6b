using System.CommandLine;
using LabelSpec.Annotations.Model;
using LabelSpec.Cli.Running;
using LabelSpec.Grammar;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.Quality.PanopticQuality;
using LabelSpec.Reports.Scores;

namespace LabelSpec.Cli.Scoring;

/// <summary><c>labelspec evaluate --type panoptic</c>: segments that share the pixels of an image.</summary>
static class PanopticRun
{
    public const string Type = "panoptic";

    public static int Run(
        ParseResult parsed,
        ScoreOptions scores,
        CommandContext context,
        Dataset truth,
        Dataset predictions,
        CocoMode mode
    )
    {
        var report = PanopticEvaluation.Evaluate(truth, predictions, mode, context.Cancellation);
        scores.Report(
            parsed,
            context,
            (form, output) => PanopticText.Write(report, form, output),
            (form, output) => PanopticJson.Write(report, form, output)
        );
        return report.Findings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Clean;
    }
}
