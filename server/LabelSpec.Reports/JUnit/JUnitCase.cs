using LabelSpec.Engine;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;

namespace LabelSpec.Reports.JUnit;

/// <summary>What one rule found in one file.</summary>
/// <param name="Ready">Findings that exist already, of the guideline itself.</param>
/// <param name="Indices">Findings by their index in the result.</param>
sealed record JUnitCase(
    string Rule,
    IReadOnlyList<Finding> Ready,
    IReadOnlyList<int> Indices,
    Severity Gravest,
    bool Fails
)
{
    public int Count => Ready.Count + Indices.Count;

    /// <summary>Why it cannot be called passed although nothing was found; null when it can.</summary>
    public string? Undecidable { get; init; }

    public static JUnitCase Passed(string rule) => new(rule, [], [], Severity.Off, false);

    /// <summary>Tallies hold for the whole run, so that any file may be one of those that could not be decided.</summary>
    public static JUnitCase Undecided(RuleTally rule) =>
        Passed(rule.Rule) with
        {
            Undecidable = $"undecidable {rule.Undecidable} times in the whole run, as values are missing",
        };

    /// <summary>The findings to list; all when <paramref name="max"/> is 0.</summary>
    public List<Finding> Shown(AnalysisResult result, int max)
    {
        var all = Ready.Concat(Indices.Select(index => result.Findings[index]));
        return [.. max > 0 ? all.Take(max) : all];
    }
}
