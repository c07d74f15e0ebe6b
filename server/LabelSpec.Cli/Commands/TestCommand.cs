using System.CommandLine;
using LabelSpec.Cli.Running;
using LabelSpec.Cli.Testing;

namespace LabelSpec.Cli.Commands;

/// <summary><c>labelspec test</c>: runs the tests of a guideline.</summary>
static class TestCommand
{
    public static Command Create(CommandContext context)
    {
        var guidelines = new Argument<string[]>("GUIDELINES")
        {
            Description = "The guidelines; the one of labelspec.yaml, or the nearest one, unless given.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var pictures = new Option<string>("--picture")
        {
            Description = "Draw every scene, with what was found in it, as a PNG in this folder.",
            HelpName = "DIR",
        };

        var command = new DocumentedCommand(
            "test",
            "Runs the tests, examples and counterexamples of a guideline, and says which rules they do not cover.",
            "labelspec test urban.labelspec",
            "labelspec test --picture scenes"
        )
        {
            guidelines,
            pictures,
        };
        command.SetAction(parsed =>
            new TestRun(context, parsed.GetValue(pictures)).Run(parsed.GetValue(guidelines) ?? [])
        );
        return command;
    }
}
