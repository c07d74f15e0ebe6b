using System.CommandLine;
using LabelSpec.Cli.Running;
using LabelSpec.Cli.Serving;

namespace LabelSpec.Cli.Commands;

/// <summary><c>labelspec lsp</c>: serves an editor.</summary>
static class LanguageServerCommand
{
    public static Command Create(CommandContext context)
    {
        var pipe = new Option<string>("--pipe")
        {
            Description = "Talk over this named pipe (on Unix: a socket), which the editor has made, instead.",
            HelpName = "NAME",
        };
        // Editors add this one by themselves; it asks for what happens anyway.
        var stdio = new Option<bool>("--stdio") { Description = "Talk over standard input and output: the default." };

        var command = new DocumentedCommand(
            "lsp",
            "Serves an editor that speaks the language server protocol, over standard input and output.",
            "labelspec lsp"
        )
        {
            pipe,
            stdio,
        };
        command.SetAction(parsed => new LanguageServerRun(context).Run(parsed.GetValue(pipe)));
        return command;
    }
}
