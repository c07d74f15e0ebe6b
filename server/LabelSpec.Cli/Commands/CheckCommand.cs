using System.CommandLine;
using LabelSpec.Cli.Checking;
using LabelSpec.Cli.Running;
using LabelSpec.Grammar;
using LabelSpec.Reports;

namespace LabelSpec.Cli.Commands;

/// <summary><c>labelspec check</c>: judges annotations.</summary>
static class CheckCommand
{
    const string Never = "never";

    public static Command Create(CommandContext context)
    {
        var input = new InputOptions();
        var format = new Option<string>("--format", "-f")
        {
            Description = string.Join("; ", ReportFormats.All.Select(each => $"{each.Name}: {each.Description}")) + ".",
            DefaultValueFactory = _ => ReportFormats.Text.Name,
        }.OneOf([.. ReportFormats.All.Select(each => each.Name)]);
        var failOn = new Option<string>("--fail-on")
        {
            Description = "Exit with 1 from this severity on.",
            DefaultValueFactory = _ => SeverityName.Of(Severity.Error),
        }.OneOf("error", "warning", "info", Never);
        var baseline = new Option<string>("--baseline")
        {
            Description = "Known findings that are not reported, as --update-baseline wrote them.",
            HelpName = "FILE",
        };
        var updateBaseline = new Option<bool>("--update-baseline")
        {
            Description = "Write all findings to the baseline instead of reporting them.",
        };
        var max = new Option<int?>("--max")
        {
            Description =
                "How many findings of each rule are shown; 0 shows all. text and github show 10 unless told, junit 20, "
                + "json and sarif all.",
            HelpName = "N",
        };
        max.MustBeAtLeast(0);
        var watch = new Option<bool>("--watch") { Description = "Check again whenever a file changes." };
        var output = new Option<string>("--output", "-o")
        {
            Description = "Write the report to a file instead of standard output.",
            HelpName = "FILE",
        };
        var pictures = new Option<string>("--pictures")
        {
            Description = "Draw each image with findings, its annotations and what was found, as a PNG in this folder.",
            HelpName = "DIR",
        };
        var noColour = new Option<bool>("--no-color") { Description = "No colours, as with NO_COLOR=1." };

        var command = new DocumentedCommand(
            "check",
            "Judges annotations: by the rules of a guideline and by built-in checks.",
            "labelspec check data/train.json",
            "labelspec check --spec urban.labelspec --fail-on warning data/",
            "labelspec check --format sarif --output labelspec.sarif",
            "labelspec check --severity LS3203=off --rule one_class_per_vehicle 'data/**/*.json'"
        )
        {
            format,
            failOn,
            baseline,
            updateBaseline,
            max,
            watch,
            output,
            pictures,
            noColour,
        };
        input.AddTo(command);
        command.SetAction(parsed =>
        {
            var arguments = new CheckArguments
            {
                Paths = parsed.GetValue(input.Paths) ?? [],
                Guideline = parsed.GetValue(input.Guideline),
                Settings = input.SettingsOf(parsed),
                Threads = parsed.GetValue(input.Jobs),
                Format = ReportFormats.Find(parsed.GetValue(format)!)!,
                FailOn = SeverityName.Parse(parsed.GetValue(failOn)!) ?? Severity.Off,
                Baseline = parsed.GetValue(baseline),
                UpdateBaseline = parsed.GetValue(updateBaseline),
                Max = parsed.GetValue(max),
                Output = parsed.GetValue(output),
                Pictures = parsed.GetValue(pictures),
                Colour = !parsed.GetValue(noColour),
            };
            var run = new CheckRun(context, arguments);
            return parsed.GetValue(watch)
                ? new Watching(context, run).Run(arguments.Paths.DefaultIfEmpty("."))
                : run.Once();
        });
        return command;
    }
}
