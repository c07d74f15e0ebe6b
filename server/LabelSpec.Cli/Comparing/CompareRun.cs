using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Cli.Checking;
using LabelSpec.Cli.Running;
using LabelSpec.Cli.Scoring;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.Comparison;
using LabelSpec.Quality.Problems;
using LabelSpec.Reports.Comparisons;

namespace LabelSpec.Cli.Comparing;

/// <summary>One run of <c>labelspec compare</c>: read both sides, compare, report.</summary>
sealed class CompareRun(CommandContext context, CompareArguments arguments)
{
    public int Run()
    {
        // That of the ground truth, or else that of the work.
        var guideline = ScoreGuideline.Of(arguments.Guideline, [arguments.Truth, arguments.Work], context);
        var requirements = arguments.Requirements is { } file ? RequirementFiles.Load(file, context) : null;
        var data = new ScoredData(context, arguments.Threads);
        var truth = data.Read(arguments.Truth);
        var work = data.Read(arguments.Work);
        WarnOfUnknownAttributes(truth, work);
        var result = Compare(truth, work, guideline, requirements);
        var accept = Acceptance.Judge(result, guideline?.Guideline.Quality?.Accept ?? []);
        result = result with { Findings = [.. result.Findings, .. Undecided(accept, truth)] };
        Report(result, accept, guideline);
        return result.Images.IsEmpty ? ExitCode.Unreadable
            : accept.Any(gate => gate.Reached == false) || !result.AreRequirementsCompleted ? ExitCode.Findings
            : ExitCode.Clean;
    }

    // A misspelt name would leave the attribute compared as before.
    void WarnOfUnknownAttributes(Dataset truth, Dataset work)
    {
        var known = new[] { truth, work }
            .SelectMany(data => new[] { data.Annotations.Attributes, data.Images.Attributes })
            .SelectMany(table => table.Columns)
            .Select(column => column.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var name in arguments.NamedAttributes.Where(name => !known.Contains(name)))
            context.Terminal.Error.WriteLine(
                $"labelspec: nothing has an attribute '{name}'{Suggestion.For(name, known)}"
            );
    }

    // Silence about a criterion would pass for success.
    static IEnumerable<Finding> Undecided(ImmutableArray<GateVerdict> accept, Dataset truth) =>
        accept
            .Where(gate => gate.Reached is null)
            .Select(gate =>
                ScoreFinding.OfDataset(
                    ScoreProblems.Undecided,
                    $"{gate.Criterion} cannot be decided: {gate.Reason}",
                    truth
                )
            );

    ComparisonResult Compare(Dataset truth, Dataset work, LoadedGuideline? guideline, RequirementSet? requirements)
    {
        using var progress = new ProgressLine(context.Terminal);
        return DatasetComparison.Run(
            new(truth, work, arguments.Profile)
            {
                Guideline = guideline?.Guideline,
                Requirements = requirements,
                Parameters = arguments.Parameters,
                Threads = arguments.Threads,
                Progress = progress.Share("comparing"),
                Cancellation = context.Cancellation,
            }
        );
    }

    void Report(ComparisonResult result, ImmutableArray<GateVerdict> accept, LoadedGuideline? guideline)
    {
        var toTerminal = arguments.Output is null;
        var report = new ComparisonReport(result)
        {
            By = arguments.By,
            IntervalSettings = arguments.Intervals,
            Intervals = Bootstrap.Of(result, arguments.Intervals),
            Accept = accept,
            Guideline = guideline?.Summary,
            ToolVersion = ToolVersion.Text,
            MaxPerType = arguments.Max,
            Colour = toTerminal && arguments.Colour && context.Terminal.Colour,
        };
        ReportOutput.Write(arguments.Output, context, output => arguments.Report.Write(report, output));
    }
}
