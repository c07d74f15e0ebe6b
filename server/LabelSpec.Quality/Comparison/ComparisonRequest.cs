using LabelSpec.Annotations.Model;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Quality.Comparison;

/// <summary>What is compared with what, and how.</summary>
/// <param name="Truth">What is right.</param>
/// <param name="Work">What is judged.</param>
public sealed record ComparisonRequest(Dataset Truth, Dataset Work, ComparisonProfile Profile)
{
    /// <summary>Names classes, tells what is ignored, and gives thresholds; null without one.</summary>
    public Guideline? Guideline { get; init; }

    /// <summary>
    /// What the work must reach, each with a comparison of its own; null for none. Only profiles whose report has requirements
    /// (<see cref="CvatGeneration.Requirements"/>) judge them.
    /// </summary>
    public RequirementSet? Requirements { get; init; }

    public ComparisonParameters Parameters { get; init; } = Profile.Defaults;

    /// <summary>All cores unless said otherwise; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Receives the share of the work that is done, from 0 to 1.</summary>
    public IProgress<double>? Progress { get; init; }

    public CancellationToken Cancellation { get; init; }
}
