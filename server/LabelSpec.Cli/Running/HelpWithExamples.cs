using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LabelSpec.Cli.Running;

/// <summary>The usual help, with the examples of the command at its end.</summary>
sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public static void Use(RootCommand root)
    {
        foreach (var option in root.Options)
            if (option is HelpOption { Action: HelpAction usual })
                option.Action = new HelpWithExamples(usual);
    }

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not DocumentedCommand { Examples: { Count: > 0 } examples })
            return ExitCode.Clean;

        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples)
            output.WriteLine($"  {example}");
        return ExitCode.Clean;
    }
}
