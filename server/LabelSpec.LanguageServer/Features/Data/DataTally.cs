using LabelSpec.Annotations.Model;
using LabelSpec.Engine;
using LabelSpec.Engine.Findings;
using LabelSpec.LanguageServer.Workspace.Annotations;

namespace LabelSpec.LanguageServer.Features.Data;

/// <summary>How often data says which words, and how often it breaks which rules. Holds numbers only, so that the data can be let go.</summary>
sealed class DataTally
{
    /// <summary>An attribute with more different values is a measurement, and nobody asks for one of them.</summary>
    const int MostValues = 1000;

    readonly Dictionary<string, long> _labels = new(StringComparer.Ordinal);
    readonly Dictionary<(string Label, string Attribute), long> _attributes = [];
    readonly Dictionary<(string Label, string Attribute, string Value), long> _values = [];
    readonly Dictionary<string, long> _rules = new(StringComparer.Ordinal);
    readonly Dictionary<string, long> _violations = new(StringComparer.Ordinal);

    /// <param name="dataset">The data.</param>
    /// <param name="result">What judging it gave.</param>
    /// <param name="findings">Its findings, of which there may be fewer than it found.</param>
    public DataTally(Dataset dataset, AnalysisResult result, IReadOnlyCollection<Finding> findings)
    {
        CountAnnotations(dataset);
        CountAttributes(dataset);
        for (var i = 0; i < result.Findings.Count; i++)
            Add(_rules, result.Findings.RuleAt(i), 1);
        KnowsAllViolations = findings.Count == result.Findings.Count;
        CountViolations(dataset, findings);
    }

    /// <summary>Whether every finding was looked at for its class; otherwise there are more than are counted.</summary>
    public bool KnowsAllViolations { get; }

    public long Annotations(DataWord word) =>
        word.Attribute is not { } attribute ? word.Labels.Sum(label => _labels.GetValueOrDefault(label))
        : word.Value is not { } value ? Owners(word).Sum(label => _attributes.GetValueOrDefault((label, attribute)))
        : Owners(word).Sum(label => _values.GetValueOrDefault((label, attribute, value)));

    /// <summary>Findings at annotations of some classes.</summary>
    public long ViolationsAt(IEnumerable<string> labels) => labels.Sum(label => _violations.GetValueOrDefault(label));

    public long ViolationsOf(string rule) => _rules.GetValueOrDefault(rule);

    /// <summary>Whether the data has any class of some labels, or anything at all.</summary>
    public bool IsEmpty => _labels.Count == 0 && _rules.Count == 0;

    // Images stand under a label that no class can have.
    static IEnumerable<string> Owners(DataWord word) => word.OfImages ? word.Labels.Append("") : word.Labels;

    void CountAnnotations(Dataset dataset)
    {
        var counts = new long[dataset.Categories.Count];
        foreach (var category in dataset.Annotations.Categories)
            if (category >= 0)
                counts[category]++;
        for (var category = 0; category < counts.Length; category++)
            Add(_labels, dataset.Categories.NameOf(category), counts[category]);
    }

    void CountAttributes(Dataset dataset)
    {
        var categories = dataset.Annotations.Categories;
        foreach (var column in dataset.Annotations.Attributes.Columns)
        {
            var counts = new Dictionary<(int Category, int Code), long>();
            for (var row = 0; row < column.Codes.Length; row++)
                if (column.Codes[row] >= 0 && categories[row] >= 0)
                    Add(counts, (categories[row], column.Codes[row]), 1);
            foreach (var ((category, code), count) in counts)
                Count(column, dataset.Categories.NameOf(category), code, count);
        }

        foreach (var column in dataset.Images.Attributes.Columns)
        foreach (var code in column.Codes)
            if (code >= 0)
                Count(column, "", code, 1);
    }

    void Count(AttributeColumn column, string label, int code, long count)
    {
        Add(_attributes, (label, column.Name), count);
        if (column.Pool.Length > MostValues)
            return;
        var value = column.Pool[code];
        if (value.Kind != AttributeValueKind.TextList)
            Add(_values, (label, column.Name, value.ToString()), count);
        else
            foreach (var one in value.AsTexts)
                Add(_values, (label, column.Name, one), count);
    }

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
                Add(_violations, dataset.Categories.NameOf(category), 1);
    }

    static void Add<TKey>(Dictionary<TKey, long> counts, TKey key, long count)
        where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + count;
}
