using System.Globalization;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Comparison;

/// <summary>One attribute of both sides, its few distinct values made comparable once.</summary>
sealed class ComparedAttribute
{
    readonly AttributeRule?[] rules;
    readonly Side truth;
    readonly Side work;

    /// <param name="rules">For each label; null where it is not compared.</param>
    public ComparedAttribute(string fileName, ComparedData data, LabelMap labels, AttributeRule?[] rules)
    {
        this.rules = rules;
        FileName = fileName;
        Name = NameOf(fileName, labels);
        truth = new(data.Truth, fileName, DefaultsOf(fileName, data.Truth, labels));
        work = new(data.Work, fileName, DefaultsOf(fileName, data.Work, labels));
    }

    public string FileName { get; }

    /// <summary>The guideline's name where it has one.</summary>
    public string Name { get; }

    public bool IsComparedOf(int label) => rules[label] is not null and not { Comparator: AttributeComparator.Off };

    // Of two labels the rule is that of the truth, where it has the attribute (CVAT, _match_attrs).
    public AttributeVerdict Compare(ComparedShape first, ComparedShape second)
    {
        var (a, b) = (truth.ValueOf(first), work.ValueOf(second));
        var label = a is null ? second.Label : first.Label;
        return (a is null && b is null) || !IsComparedOf(label) ? AttributeVerdict.Absent
            : a is not null && b is not null && IsSame(a, b, rules[label]!) ? AttributeVerdict.Equal
            : AttributeVerdict.Different;
    }

    public AttributeDifference Difference(ComparedShape first, ComparedShape second) =>
        new(Name, truth.ValueOf(first), work.ValueOf(second));

    static bool IsSame(string a, string b, AttributeRule rule) =>
        a == b
        || rule.Comparator switch
        {
            AttributeComparator.Number => TryNumber(a, out var x)
                && TryNumber(b, out var y)
                && Math.Abs(x - y) <= rule.Limit,
            AttributeComparator.Levenshtein => EditDistance.SimilarityOf(a, b) >= rule.Limit,
            _ => false,
        };

    static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    static string NameOf(string fileName, LabelMap labels)
    {
        for (var label = 0; label < labels.Names.Length; label++)
            if (labels.ClassOf(label) is { } known)
                foreach (var attribute in known.Attributes)
                    if (attribute.Label == fileName)
                        return attribute.Name;
        return fileName;
    }

    // What an absent value means: by the guideline, else by what the files declare.
    static string?[] DefaultsOf(string name, Dataset dataset, LabelMap labels)
    {
        var defaults = new string?[labels.Names.Length];
        for (var label = 0; label < defaults.Length; label++)
        {
            var declared = dataset
                .Categories.Declarations.FirstOrDefault(category => category.Name == labels.Names[label])
                ?.Attributes.FirstOrDefault(attribute => attribute.Name == name)
                ?.Default;
            var fallback =
                labels
                    .ClassOf(label)
                    ?.Attributes.FirstOrDefault(attribute => attribute.Label == name)
                    ?.Default?.ToString()
                ?? declared;
            defaults[label] = fallback is null ? null : Canonical(fallback);
        }

        return defaults;
    }

    static string? Canonical(AttributeValue value) =>
        value.Kind switch
        {
            AttributeValueKind.Null => null,
            AttributeValueKind.TextList => string.Join(", ", value.AsTexts.ToArray().Order(StringComparer.Ordinal)),
            _ => Canonical(value.ToString()),
        };

    // Formats that only know text write 1.0 for 1 and True for true.
    static string Canonical(string text)
    {
        if (TryNumber(text, out var number))
            return number.ToString("R", CultureInfo.InvariantCulture);
        return bool.TryParse(text, out var truth) ? (truth ? "true" : "false") : text;
    }

    sealed class Side
    {
        readonly AttributeColumn? column;
        readonly string?[] values;
        readonly string?[] defaults;

        public Side(Dataset dataset, string name, string?[] defaults)
        {
            this.defaults = defaults;
            column = dataset.Annotations.Attributes.Find(name);
            values = column is null ? [] : [.. column.Pool.ToArray().Select(Canonical)];
        }

        public string? ValueOf(ComparedShape shape) =>
            (column is not null && column.CodeOf(shape.Row) is >= 0 and var code ? values[code] : null)
            ?? defaults[shape.Label];
    }
}
