namespace LabelSpec.Cli.Running;

/// <summary>Ends a command with one line on standard error and an exit code: nothing more can be done.</summary>
sealed class CommandFailure(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public static CommandFailure Usage(string message) => new(Running.ExitCode.Usage, message);

    public static CommandFailure Unreadable(string message) => new(Running.ExitCode.Unreadable, message);
}
