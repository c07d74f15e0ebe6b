namespace LabelSpec.Cli.Tests;

/// <summary>How a run of labelspec ended and what it wrote.</summary>
sealed record Outcome(int ExitCode, string Output, string Error)
{
    /// <summary>The exit code is as expected; if not, the failure shows what was written.</summary>
    public Outcome Exits(int expected)
    {
        Assert.True(ExitCode == expected, $"exit code {ExitCode}, not {expected}\n{Output}\n{Error}");
        return this;
    }
}
