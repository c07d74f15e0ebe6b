using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Engine.Fixes;

/// <summary>What is to be fixed, and how to look again after the files have changed.</summary>
/// <param name="Read">
/// Reads the inputs; called again after each round, in a dry run with the texts that stand for files, by their path.
/// </param>
/// <param name="Propose">The fixes of what was read, in the order in which they are offered.</param>
public sealed record FixRequest(
    Func<IReadOnlyDictionary<string, byte[]>, Dataset> Read,
    Func<Dataset, IEnumerable<Fix>> Propose
)
{
    /// <summary>The repairs of findings.</summary>
    /// <param name="judge">Finds what is wrong.</param>
    /// <param name="choose">Chooses the repair of a finding, null for none; the first safe one unless said otherwise.</param>
    public static FixRequest OfFindings(
        Func<IReadOnlyDictionary<string, byte[]>, Dataset> read,
        Func<Dataset, AnalysisResult> judge,
        Func<Finding, Fix?>? choose = null
    )
    {
        choose ??= static finding => finding.Fixes.FirstOrDefault(fix => fix.IsSafe);
        return new(read, dataset => judge(dataset).Findings.Select(choose).OfType<Fix>());
    }

    /// <summary>Edits can conflict, and one repair can bring up another; after so many rounds enough is enough.</summary>
    public int MostRounds { get; init; } = 10;

    /// <summary>Only shows what would be done, as a unified diff.</summary>
    public bool IsDryRun { get; init; }

    public CancellationToken Cancellation { get; init; }
}
