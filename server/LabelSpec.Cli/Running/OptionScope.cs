using System.CommandLine;
using System.CommandLine.Parsing;

namespace LabelSpec.Cli.Running;

/// <summary>Refuses options that would say nothing in a command line: what is silently ignored misleads.</summary>
static class OptionScope
{
    /// <param name="command">The command of the options.</param>
    /// <param name="reason">Why they mean nothing in this command line, as "is for …"; null where they mean something.</param>
    /// <param name="options">The options.</param>
    public static void Refuse(this Command command, Func<CommandResult, string?> reason, params Option[] options) =>
        command.Validators.Add(result =>
        {
            if (reason(result) is not { } why)
                return;
            foreach (var option in options)
                if (result.GetResult(option) is { Implicit: false })
                    result.AddError($"{option.Name} {why}");
        });
}
