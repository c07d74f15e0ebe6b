using LabelSpec.Grammar;
using LabelSpec.Reports.Help;

namespace LabelSpec.Reports;

/// <summary>What a report needs to know besides the result: who asks, where it is shown, and how much of it.</summary>
public sealed record ReportContext
{
    public required string ToolVersion { get; init; }

    /// <summary>How many findings of each rule are shown; 0 shows all.</summary>
    public int MaxPerRule { get; init; }

    /// <summary>Findings of this severity or above fail the run; <see cref="Severity.Off"/> means that none does.</summary>
    public Severity FailOn { get; init; } = Severity.Error;

    /// <summary>Whether text may carry terminal colours.</summary>
    public bool Colour { get; init; }

    /// <summary>Columns of the terminal that text is wrapped to; 0 does not wrap.</summary>
    public int Width { get; init; }

    /// <summary>The folder that relative paths of the result start from.</summary>
    public string Root { get; init; } = ".";

    /// <summary>The exit code that the process ends with, for formats that record it.</summary>
    public int ExitCode { get; init; }

    public IRuleHelp Help { get; init; } = DiagnosticPages.Instance;
}
