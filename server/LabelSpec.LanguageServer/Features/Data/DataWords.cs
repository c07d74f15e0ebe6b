using LabelSpec.Annotations.Model;

namespace LabelSpec.LanguageServer.Features.Data;

/// <summary>How often data says which words. Holds numbers only, so that the data can be let go.</summary>
sealed class DataWords
{
    /// <summary>An attribute with more different values is a measurement, and nobody asks for one of them.</summary>
    const int MostValues = 1000;

    /// <summary>Images stand under a label that no class can have.</summary>
    const string OfImages = "";

    readonly Dictionary<string, long> _labels = new(StringComparer.Ordinal);
    readonly Dictionary<(string Label, string Attribute), long> _attributes = [];
    readonly Dictionary<(string Label, string Attribute, string Value), long> _values = [];

    public DataWords(Dataset dataset)
    {
        CountAnnotations(dataset);
        CountAttributes(dataset);
    }

    public bool IsEmpty => _labels.Count == 0;

    /// <summary>What annotations are called, each with how many are; also what no annotation is called but the file declares.</summary>
    public IReadOnlyDictionary<string, long> Labels => _labels;

    public long Annotations(DataWord word) =>
        word.Attribute is not { } attribute ? word.Labels.Sum(label => _labels.GetValueOrDefault(label))
        : word.Value is not { } value ? Owners(word).Sum(label => _attributes.GetValueOrDefault((label, attribute)))
        : Owners(word).Sum(label => _values.GetValueOrDefault((label, attribute, value)));

    /// <summary>The attributes of annotations of some classes, or of images, and how many have them.</summary>
    /// <param name="labels">What the classes are called; null for images.</param>
    public IEnumerable<(string Attribute, long Count)> AttributesOf(IReadOnlySet<string>? labels) =>
        _attributes
            .Where(known => labels?.Contains(known.Key.Label) ?? known.Key.Label == OfImages)
            .Select(known => (known.Key.Attribute, known.Value));

    /// <inheritdoc cref="AttributesOf"/>
    /// <returns>The values of one of these attributes.</returns>
    public IEnumerable<(string Value, long Count)> ValuesOf(IReadOnlySet<string>? labels, string attribute) =>
        _values
            .Where(known =>
                known.Key.Attribute == attribute && (labels?.Contains(known.Key.Label) ?? known.Key.Label == OfImages)
            )
            .Select(known => (known.Key.Value, known.Value));

    static IEnumerable<string> Owners(DataWord word) => word.OfImages ? word.Labels.Append(OfImages) : word.Labels;

    void CountAnnotations(Dataset dataset)
    {
        var counts = new long[dataset.Categories.Count];
        foreach (var category in dataset.Annotations.Categories)
            if (category >= 0)
                counts[category]++;
        for (var category = 0; category < counts.Length; category++)
            Counting.Add(_labels, dataset.Categories.NameOf(category), counts[category]);
    }

    void CountAttributes(Dataset dataset)
    {
        var categories = dataset.Annotations.Categories;
        foreach (var column in dataset.Annotations.Attributes.Columns)
        {
            var counts = new Dictionary<(int Category, int Code), long>();
            foreach (var (row, code) in column.Entries)
                if (categories[row] >= 0)
                    Counting.Add(counts, (categories[row], code), 1);
            foreach (var ((category, code), count) in counts)
                Count(column, dataset.Categories.NameOf(category), code, count);
        }

        foreach (var column in dataset.Images.Attributes.Columns)
        foreach (var (_, code) in column.Entries)
            Count(column, OfImages, code, 1);
    }

    void Count(AttributeColumn column, string label, int code, long count)
    {
        Counting.Add(_attributes, (label, column.Name), count);
        if (column.Pool.Length > MostValues)
            return;
        var value = column.Pool[code];
        if (value.Kind != AttributeValueKind.TextList)
            Counting.Add(_values, (label, column.Name, value.ToString()), count);
        else
            foreach (var one in value.AsTexts)
                Counting.Add(_values, (label, column.Name, one), count);
    }
}
