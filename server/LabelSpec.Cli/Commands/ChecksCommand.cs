using System.CommandLine;
using LabelSpec.Cli.Running;
using LabelSpec.Engine.Checks;
using LabelSpec.Reports.Catalogue;

namespace LabelSpec.Cli.Commands;

/// <summary><c>labelspec checks</c>: lists the built-in checks.</summary>
static class ChecksCommand
{
    public static Command Create(CommandContext context)
    {
        var format = new Option<string>("--format", "-f")
        {
            Description = "A table for people, or JSON.",
            DefaultValueFactory = _ => "table",
        }.OneOf("table", "json");

        var command = new DocumentedCommand(
            "checks",
            "Lists the built-in checks with severity and the numbers that can be tuned.",
            "labelspec checks",
            "labelspec checks --format json"
        )
        {
            format,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(format) == "json")
                CheckList.WriteJson(CheckCatalogue.Listed, context.Terminal.Output);
            else
                context.Terminal.Write(CheckList.ToTable(CheckCatalogue.Listed));
            return ExitCode.Clean;
        });
        return command;
    }
}
