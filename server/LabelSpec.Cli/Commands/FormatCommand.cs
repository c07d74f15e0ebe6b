using System.CommandLine;
using LabelSpec.Cli.Formatting;
using LabelSpec.Cli.Running;

namespace LabelSpec.Cli.Commands;

/// <summary><c>labelspec format</c>: writes guidelines in the canonical style.</summary>
static class FormatCommand
{
    public static Command Create(CommandContext context)
    {
        var paths = new Argument<string[]>("PATHS")
        {
            Description =
                "Guidelines, or folders with guidelines; - reads standard input and writes standard output. Without "
                + "any, the guidelines in and below this folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var check = new Option<bool>("--check")
        {
            Description = "Change nothing, name the files that would change, and exit with 1 if there are any.",
        };

        var command = new DocumentedCommand(
            "format",
            "Writes guidelines in the canonical style. Comments stay, and so does what has syntax errors.",
            "labelspec format urban.labelspec",
            "labelspec format --check",
            "labelspec format - < urban.labelspec"
        )
        {
            paths,
            check,
        };
        command.SetAction(parsed => new FormatRun(context, parsed.GetValue(check)).Run(parsed.GetValue(paths) ?? []));
        return command;
    }
}
