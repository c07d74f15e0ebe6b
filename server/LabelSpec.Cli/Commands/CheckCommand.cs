using System.CommandLine;
using LabelSpec.Cli.Checking;
using LabelSpec.Cli.Running;
using LabelSpec.Engine.Sharding;

namespace LabelSpec.Cli.Commands;

/// <summary><c>labelspec check</c>: judges annotations.</summary>
static class CheckCommand
{
    public static Command Create(CommandContext context)
    {
        var input = new InputOptions();
        var report = new ReportOptions();
        var watch = new Option<bool>("--watch") { Description = "Check again whenever a file changes." };
        var shard = new Option<string>("--shard")
        {
            Description = "Judge only share I of N and write it to --partial; labelspec merge joins the shares.",
            HelpName = "I/N",
        };
        shard.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Shard.TryParse(token.Value, out _))
                result.AddError($"--shard is I/N with I from 1 to N, such as 2/4, not '{token.Value}'");
        });
        var partial = new Option<string>("--partial")
        {
            Description = "Where --shard writes its share.",
            HelpName = "FILE",
        };

        var noCache = new Option<bool>("--no-cache")
        {
            Description = "Judge anew, whatever an earlier run found in the same data, and remember nothing.",
        };

        var command = new DocumentedCommand(
            "check",
            "Judges annotations: by the rules of a guideline and by built-in checks.",
            "labelspec check data/train.json",
            "labelspec check --spec urban.labelspec --fail-on warning data/",
            "labelspec check --format sarif --output labelspec.sarif",
            "labelspec check --shard 2/4 --partial part-2.bin data/train.json",
            "labelspec check --severity LS3203=off --rule one_class_per_vehicle 'data/**/*.json'"
        )
        {
            watch,
            shard,
            partial,
            noCache,
        };
        report.AddTo(command);
        input.AddTo(command);
        command.SetAction(parsed =>
        {
            var arguments = report.Apply(
                new CheckArguments
                {
                    Paths = parsed.GetValue(input.Paths) ?? [],
                    Guideline = parsed.GetValue(input.Guideline),
                    Settings = input.SettingsOf(parsed),
                    Threads = parsed.GetValue(input.Jobs),
                    UsesCache = !parsed.GetValue(noCache),
                },
                parsed
            );
            if ((parsed.GetValue(shard) is null) != (parsed.GetValue(partial) is null))
                throw CommandFailure.Usage("--shard I/N and --partial FILE go together");
            if (parsed.GetValue(partial) is { } file && Shard.TryParse(parsed.GetValue(shard), out var share))
                return new ShardRun(context, arguments).Write(share, file);
            var run = new CheckRun(context, arguments);
            return parsed.GetValue(watch)
                ? new Watching(context, run, arguments.Output).Run(arguments.Paths.DefaultIfEmpty("."))
                : run.Once();
        });
        return command;
    }
}
