using System.CommandLine;
using LabelSpec.Annotations.Model;
using LabelSpec.Cli.Running;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.Problems;
using LabelSpec.Quality.Tracking;
using LabelSpec.Reports.Scores;

namespace LabelSpec.Cli.Scoring;

/// <summary><c>labelspec evaluate --type tracks</c>: objects followed through video.</summary>
static class TracksRun
{
    public const string Type = "tracks";

    public static int Run(
        ParseResult parsed,
        ScoreOptions scores,
        CommandContext context,
        Dataset truth,
        Dataset predictions
    )
    {
        var input = TrackingInput.Of(truth, predictions);
        if (input.Sequences.IsEmpty)
            throw CommandFailure.Usage("the ground truth has no tracks: --type tracks needs objects with track ids");
        var report = TrackingEvaluator.Evaluate(input.Sequences, context.Cancellation);
        IReadOnlyList<Finding> findings = [.. Findings(input, truth, predictions)];
        scores.Report(
            parsed,
            context,
            (form, output) => TrackingText.Write(report, findings, form, output),
            (form, output) => TrackingJson.Write(report, findings, form, output)
        );
        return findings.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    static IEnumerable<Finding> Findings(TrackingInput input, Dataset truth, Dataset predictions)
    {
        if (input.AmbiguousFrames > 0)
            yield return ScoreFinding.OfDataset(
                ScoreProblems.AmbiguousTrack,
                $"In {input.AmbiguousFrames} frames a track id occurs twice on one side. Left out of the score.",
                truth
            );
        if (input.UnknownSequences is [var first, ..])
            yield return ScoreFinding.OfDataset(
                ScoreProblems.UnknownSequence,
                $"{input.UnknownSequences.Length} sequences, first '{first}', are not in the ground truth. Left out of "
                    + "the score.",
                predictions
            );
    }
}
