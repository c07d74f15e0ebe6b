using System.CommandLine;
using LabelSpec.Cli.Running;
using LabelSpec.Grammar;
using LabelSpec.Reports;

namespace LabelSpec.Cli.Scoring;

/// <summary>What commands that print scores have in common: the form of the report, where it goes, and threads.</summary>
sealed class ScoreOptions
{
    public Option<string> Format { get; } =
        new Option<string>("--format", "-f")
        {
            Description = "text: for people; json: for programs, numbers in full precision.",
            DefaultValueFactory = _ => "text",
        }.OneOf("text", "json");

    public Option<string> Output { get; } =
        new("--output", "-o")
        {
            Description = "Write the report to a file instead of standard output.",
            HelpName = "FILE",
        };

    public Option<int> Jobs { get; } = Threads.Option();

    public void AddTo(Command command)
    {
        command.Options.Add(Format);
        command.Options.Add(Output);
        command.Options.Add(Jobs);
    }

    /// <summary>Writes a report in the asked form to where it was asked for.</summary>
    public void Report(
        ParseResult parsed,
        CommandContext context,
        Action<ReportContext, Stream> text,
        Action<ReportContext, Stream> json
    )
    {
        var path = parsed.GetValue(Output);
        var report = path is null ? Context(context) : Context(context) with { Colour = false, Width = 0 };
        ReportOutput.Write(path, context, output => (parsed.GetValue(Format) == "json" ? json : text)(report, output));
    }

    /// <summary>How reports are shown on standard output.</summary>
    public static ReportContext Context(CommandContext context) =>
        new()
        {
            ToolVersion = ToolVersion.Text,
            FailOn = Severity.Error,
            Colour = context.Terminal.Colour,
            Width = context.Terminal.Width,
            Root = Directory.GetCurrentDirectory(),
        };
}
