using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Engine.Fixes;

/// <summary>What is to be fixed, and how to look again after the files have changed.</summary>
/// <param name="Read">
/// Reads the inputs; called again after each round, in a dry run with the texts that stand for files, by their path.
/// </param>
/// <param name="Judge">Finds what is wrong with them.</param>
public sealed record FixRequest(
    Func<IReadOnlyDictionary<string, byte[]>, Dataset> Read,
    Func<Dataset, AnalysisResult> Judge
)
{
    /// <summary>Edits can conflict, and one repair can bring up another; after so many rounds enough is enough.</summary>
    public int MostRounds { get; init; } = 10;

    /// <summary>Only shows what would be done, as a unified diff.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Chooses the repair of a finding, null for none; the first safe one unless said otherwise.</summary>
    public Func<Finding, Fix?> Choose { get; init; } = finding => finding.Fixes.FirstOrDefault(fix => fix.IsSafe);

    public CancellationToken Cancellation { get; init; }
}
