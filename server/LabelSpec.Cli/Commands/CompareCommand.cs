using System.CommandLine;
using LabelSpec.Cli.Comparing;
using LabelSpec.Cli.Running;
using LabelSpec.Cli.Scoring;
using LabelSpec.Quality.Comparison;
using LabelSpec.Reports.Comparisons;

namespace LabelSpec.Cli.Commands;

/// <summary><c>labelspec compare</c>: scores work against ground truth.</summary>
static class CompareCommand
{
    public static Command Create(CommandContext context)
    {
        var truth = new Argument<string>("GT") { Description = "The ground truth: a file, a folder or a glob." };
        var work = new Argument<string>("WORK") { Description = "What is judged: a file, a folder or a glob." };
        var guideline = ScoreGuideline.Option();
        var profile = new Option<string>("--profile")
        {
            Description =
                string.Join("; ", ComparisonProfiles.All.Select(each => $"{each.Name}: {each.Description}")) + ".",
            DefaultValueFactory = _ => ComparisonProfiles.Strict.Name,
        }.OneOf([.. ComparisonProfiles.All.Select(each => each.Name)]);
        var by = new Option<string[]>("--by")
        {
            Description = "Scores of parts too. May be given several times.",
            HelpName = string.Join('|', SliceKind.All.Select(kind => kind.Name)),
        };
        by.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (SliceKind.Find(token.Value) is null)
                    result.AddError(
                        $"--by is one of {string.Join(", ", SliceKind.All.Select(kind => kind.Name))}, not '{token.Value}'"
                    );
        });
        var format = new Option<string>("--format", "-f")
        {
            Description =
                string.Join("; ", ComparisonReports.All.Select(each => $"{each.Name}: {each.Description}")) + ".",
            DefaultValueFactory = _ => "text",
        }.OneOf([.. ComparisonReports.All.Select(each => each.Name)]);
        var max = new Option<int>("--max")
        {
            Description = "How many conflicts of each type the text shows; 0 shows all.",
            HelpName = "N",
            DefaultValueFactory = _ => 10,
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "Write the report to a file instead of standard output.",
            HelpName = "FILE",
        };
        var noColour = new Option<bool>("--no-color") { Description = "No colours, as with NO_COLOR=1." };
        var jobs = Threads.Option();
        var parameters = new ComparisonOptions();

        var command = new DocumentedCommand(
            "compare",
            "Scores work against ground truth, over the images that both hold.",
            "labelspec compare gt.json work.json",
            "labelspec compare --by class --by size gt/ work/",
            "labelspec compare --profile cvat-classic --format json gt.xml work.xml",
            "labelspec compare --profile cvat-2.74 --requirements quality.json gt.xml work.xml"
        )
        {
            truth,
            work,
            guideline,
            profile,
            by,
            format,
            max,
            output,
            noColour,
            jobs,
        };
        parameters.AddTo(command);
        parameters.RefuseContradictions(
            command,
            result => ComparisonProfiles.Find(result.GetValue(profile) ?? ComparisonProfiles.Strict.Name)
        );
        command.SetAction(parsed =>
        {
            var chosen = ComparisonProfiles.Find(parsed.GetValue(profile)!)!;
            return new CompareRun(
                context,
                new()
                {
                    Truth = parsed.GetValue(truth)!,
                    Work = parsed.GetValue(work)!,
                    Guideline = parsed.GetValue(guideline),
                    Profile = chosen,
                    Parameters = parameters.ParametersOf(parsed, chosen.Defaults),
                    NamedAttributes = parameters.AttributesIn(parsed),
                    By = [.. (parsed.GetValue(by) ?? []).Distinct().Select(name => SliceKind.Find(name)!)],
                    Requirements = parameters.RequirementsOf(parsed),
                    Intervals = parameters.IntervalsOf(parsed),
                    Report = ComparisonReports.Find(parsed.GetValue(format)!),
                    Max = parsed.GetValue(max),
                    Output = parsed.GetValue(output),
                    Colour = !parsed.GetValue(noColour),
                    Threads = parsed.GetValue(jobs),
                }
            ).Run();
        });
        return command;
    }
}
