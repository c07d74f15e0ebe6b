using System.CommandLine;
using System.Runtime;
using System.Text;
using LabelSpec.Cli.Commands;

namespace LabelSpec.Cli.Running;

/// <summary>Runs a command line and makes an exit code of whatever happens.</summary>
static class Host
{
    /// <summary>Set to 1, it shows where an unexpected error comes from.</summary>
    const string DebugVariable = "LABELSPEC_DEBUG";

    public static int Run(string[] arguments)
    {
        // Nobody waits for an answer in between: to stop for a moment costs less than to collect beside the work.
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        using var interruption = new Interruption();
        var terminal = Terminal.Open();
        try
        {
            return Invoke(arguments, new CommandContext(terminal, interruption.Token));
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }
        catch (CommandFailure failure)
        {
            Say(terminal, failure.Message);
            return failure.ExitCode;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Say(terminal, exception.Message);
            ShowOrigin(terminal, exception);
            return ExitCode.Unreadable;
        }
        catch (OutOfMemoryException exception)
        {
            Say(terminal, "there is not enough memory for this; give fewer or smaller files at a time");
            ShowOrigin(terminal, exception);
            return ExitCode.Unreadable;
        }
        catch (Exception exception)
        {
            Say(
                terminal,
                $"unexpected {exception.GetType().Name}: {exception.Message} This is a defect of labelspec "
                    + $"{ToolVersion.Text}: please report it with the command line; {DebugVariable}=1 shows more."
            );
            ShowOrigin(terminal, exception);
            return ExitCode.Unreadable;
        }
    }

    static int Invoke(string[] arguments, CommandContext context)
    {
        var root = Root.Create(context);
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (arguments.Length == 0)
        {
            root.Parse("--help").Invoke(new InvocationConfiguration { Output = context.Terminal.Error });
            return ExitCode.Usage;
        }

        if (UsageErrors.Of(parsed) is { Length: > 0 } errors)
        {
            foreach (var error in errors)
                Say(context.Terminal, error);
            context.Terminal.Error.WriteLine($"{UsageErrors.CommandPath(parsed)} --help shows what is possible");
            return ExitCode.Usage;
        }

        using var output = new StreamWriter(
            context.Terminal.Output,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            leaveOpen: true
        );
        return parsed.Invoke(
            new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = output,
                Error = context.Terminal.Error,
            }
        );
    }

    static void Say(Terminal terminal, string message) => terminal.Error.WriteLine($"labelspec: {message}");

    static void ShowOrigin(Terminal terminal, Exception exception)
    {
        if (Environment.GetEnvironmentVariable(DebugVariable) == "1")
            terminal.Error.WriteLine(exception);
    }
}
