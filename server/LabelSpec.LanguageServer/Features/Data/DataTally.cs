using LabelSpec.Annotations.Model;
using LabelSpec.Engine;
using LabelSpec.Engine.Findings;
using LabelSpec.LanguageServer.Workspace.Annotations;

namespace LabelSpec.LanguageServer.Features.Data;

/// <summary>How often data says which words, and how often it breaks which rules. Holds numbers only, so that the data can be let go.</summary>
sealed class DataTally
{
    readonly Dictionary<string, long> _rules = new(StringComparer.Ordinal);
    readonly Dictionary<string, long> _violations = new(StringComparer.Ordinal);

    /// <param name="dataset">The data.</param>
    /// <param name="words">How often it says which words.</param>
    /// <param name="result">What judging it gave.</param>
    /// <param name="findings">Its findings, of which there may be fewer than it found.</param>
    public DataTally(Dataset dataset, DataWords words, AnalysisResult result, IReadOnlyCollection<Finding> findings)
    {
        Words = words;
        for (var i = 0; i < result.Findings.Count; i++)
            Counting.Add(_rules, result.Findings.RuleAt(i), 1);
        KnowsAllViolations = findings.Count == result.Findings.Count;
        CountViolations(dataset, findings);
    }

    public DataWords Words { get; }

    /// <summary>Whether every finding was looked at for its class; otherwise there are more than are counted.</summary>
    public bool KnowsAllViolations { get; }

    /// <summary>Findings at annotations of some classes.</summary>
    public long ViolationsAt(IEnumerable<string> labels) => labels.Sum(label => _violations.GetValueOrDefault(label));

    public long ViolationsOf(string rule) => _rules.GetValueOrDefault(rule);

    /// <summary>Whether the data has any class of some labels, or anything at all.</summary>
    public bool IsEmpty => Words.IsEmpty && _rules.Count == 0;

    void CountViolations(Dataset dataset, IEnumerable<Finding> findings)
    {
        var files = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var file = 0; file < dataset.Files.Length; file++)
            files.TryAdd(dataset.Files[file].Path, file);
        foreach (var finding in findings)
            if (
                finding.Annotation is not null | finding.Location.End > finding.Location.Start
                && files.TryGetValue(finding.Location.File, out var file)
                && AnnotationRows.At(dataset, file, finding.Location.Start) is >= 0 and var row
                && dataset.Annotations.Categories[row] is >= 0 and var category
            )
                Counting.Add(_violations, dataset.Categories.NameOf(category), 1);
    }
}
