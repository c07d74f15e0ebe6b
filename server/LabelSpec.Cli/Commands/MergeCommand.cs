using System.CommandLine;
using LabelSpec.Cli.Checking;
using LabelSpec.Cli.Running;

namespace LabelSpec.Cli.Commands;

/// <summary><c>labelspec merge</c>: one result of the shares that <c>check --shard</c> wrote.</summary>
static class MergeCommand
{
    public static Command Create(CommandContext context)
    {
        var partials = new Argument<string[]>("FILE")
        {
            Description = "What check --shard I/N --partial FILE wrote: one file for each I from 1 to N, in any order.",
            Arity = ArgumentArity.OneOrMore,
        };
        var jobs = Threads.Option();
        var report = new ReportOptions();
        var command = new DocumentedCommand(
            "merge",
            "Joins what the shards of a check found, into the result that one process would have given.",
            "labelspec merge part-1.bin part-2.bin part-3.bin part-4.bin",
            "labelspec merge --format json --output report.json parts/*.bin"
        )
        {
            partials,
            jobs,
        };
        report.AddTo(command);
        command.SetAction(parsed =>
            new MergeRun(context).Run(
                parsed.GetValue(partials)!,
                arguments => report.Apply(arguments with { Threads = parsed.GetValue(jobs) }, parsed)
            )
        );
        return command;
    }
}
