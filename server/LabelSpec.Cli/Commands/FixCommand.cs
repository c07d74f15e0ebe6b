using System.CommandLine;
using LabelSpec.Cli.Checking;
using LabelSpec.Cli.Running;

namespace LabelSpec.Cli.Commands;

/// <summary><c>labelspec fix</c>: repairs annotation files.</summary>
static class FixCommand
{
    public static Command Create(CommandContext context)
    {
        var input = new InputOptions();
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Change nothing, print what would change as a unified diff.",
        };

        var command = new DocumentedCommand(
            "fix",
            "Repairs annotation files where a finding has a safe fix, changing as few bytes as possible.",
            "labelspec fix --dry-run data/train.json",
            "labelspec fix --rule LS3203 data/"
        )
        {
            dryRun,
        };
        input.AddTo(command);
        command.SetAction(parsed =>
            new FixRun(
                context,
                parsed.GetValue(input.Guideline),
                input.SettingsOf(parsed),
                parsed.GetValue(input.Jobs)
            ).Run(parsed.GetValue(input.Paths) ?? [], parsed.GetValue(dryRun))
        );
        return command;
    }
}
