using LabelSpec.Engine.Settings;
using LabelSpec.Grammar;
using LabelSpec.Reports;

namespace LabelSpec.Cli.Checking;

/// <summary>What <c>labelspec check</c> was asked for.</summary>
sealed record CheckArguments
{
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>The guideline; null to find it.</summary>
    public string? Guideline { get; init; }

    public ReportFormat Format { get; init; } = ReportFormats.Text;

    /// <summary><see cref="Severity.Off"/> is never.</summary>
    public Severity FailOn { get; init; } = Severity.Error;

    public CheckSettings Settings { get; init; } = CheckSettings.Default;

    /// <summary>The baseline; null for the project's.</summary>
    public string? Baseline { get; init; }

    public bool UpdateBaseline { get; init; }

    /// <summary>How many findings of each rule are shown; null for what suits the format.</summary>
    public int? Max { get; init; }

    public bool Watch { get; init; }

    /// <summary>Where the report goes; null for standard output.</summary>
    public string? Output { get; init; }

    /// <summary>The folder for pictures of images with findings; null for none.</summary>
    public string? Pictures { get; init; }

    /// <summary>Whether a result of an earlier run may be used, and this one kept.</summary>
    public bool UsesCache { get; init; }

    public bool Colour { get; init; }

    public int Threads { get; init; } = Environment.ProcessorCount;
}
