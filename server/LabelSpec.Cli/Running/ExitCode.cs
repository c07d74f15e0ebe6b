namespace LabelSpec.Cli.Running;

/// <summary>How the process ends, for every command; <c>docs/exit-codes.md</c> explains them.</summary>
static class ExitCode
{
    /// <summary>Nothing at or above <c>--fail-on</c>.</summary>
    public const int Clean = 0;

    /// <summary>There are findings.</summary>
    public const int Findings = 1;

    /// <summary>The guideline, the project file, the requirements or the command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>An input cannot be read, or an output cannot be written.</summary>
    public const int Unreadable = 3;

    /// <summary>Ended by Ctrl-C.</summary>
    public const int Cancelled = 130;
}
