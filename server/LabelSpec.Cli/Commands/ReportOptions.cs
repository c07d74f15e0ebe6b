using System.CommandLine;
using LabelSpec.Cli.Checking;
using LabelSpec.Cli.Running;
using LabelSpec.Grammar;
using LabelSpec.Reports;

namespace LabelSpec.Cli.Commands;

/// <summary>What commands that report findings have in common: the report, the baseline, and when to fail.</summary>
sealed class ReportOptions
{
    const string Never = "never";

    readonly Option<string> format = new Option<string>("--format", "-f")
    {
        Description = string.Join("; ", ReportFormats.All.Select(each => $"{each.Name}: {each.Description}")) + ".",
        DefaultValueFactory = _ => ReportFormats.Text.Name,
    }.OneOf([.. ReportFormats.All.Select(each => each.Name)]);

    readonly Option<string> failOn = new Option<string>("--fail-on")
    {
        Description = "Exit with 1 from this severity on.",
        DefaultValueFactory = _ => SeverityName.Of(Severity.Error),
    }.OneOf("error", "warning", "info", Never);

    readonly Option<string> baseline = new("--baseline")
    {
        Description = "Known findings that are not reported, as --update-baseline wrote them.",
        HelpName = "FILE",
    };

    readonly Option<bool> updateBaseline = new("--update-baseline")
    {
        Description = "Write all findings to the baseline instead of reporting them.",
    };

    readonly Option<int?> max = new("--max")
    {
        Description =
            "How many findings of each rule are shown; 0 shows all. text and github show 10 unless told, junit 20, "
            + "json and sarif all.",
        HelpName = "N",
    };

    readonly Option<string> output = new("--output", "-o")
    {
        Description = "Write the report to a file instead of standard output.",
        HelpName = "FILE",
    };

    readonly Option<string> pictures = new("--pictures")
    {
        Description = "Draw each image with findings, its annotations and what was found, as a PNG in this folder.",
        HelpName = "DIR",
    };

    readonly Option<bool> noColour = new("--no-color") { Description = "No colours, as with NO_COLOR=1." };

    public void AddTo(Command command)
    {
        max.MustBeAtLeast(0);
        foreach (
            var option in new Option[] { format, failOn, baseline, updateBaseline, max, output, pictures, noColour }
        )
            command.Options.Add(option);
    }

    /// <summary>The arguments with what the report options say.</summary>
    public CheckArguments Apply(CheckArguments arguments, ParseResult parsed) =>
        arguments with
        {
            Format = ReportFormats.Find(parsed.GetValue(format)!)!,
            FailOn = SeverityName.Parse(parsed.GetValue(failOn)!) ?? Severity.Off,
            Baseline = parsed.GetValue(baseline),
            UpdateBaseline = parsed.GetValue(updateBaseline),
            Max = parsed.GetValue(max),
            Output = parsed.GetValue(output),
            Pictures = parsed.GetValue(pictures),
            Colour = !parsed.GetValue(noColour),
        };
}
