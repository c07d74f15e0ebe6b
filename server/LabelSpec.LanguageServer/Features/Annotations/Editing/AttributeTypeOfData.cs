using LabelSpec.Annotations.Model;
using LabelSpec.LanguageServer.Features.Symbols;

namespace LabelSpec.LanguageServer.Features.Annotations.Editing;

/// <summary>The type of the language that the values of an attribute have in data: the narrowest that all of them fit.</summary>
static class AttributeTypeOfData
{
    /// <summary>More words than a list of choices would have; such an attribute is free text.</summary>
    const int MostWords = 12;

    public static string Of(Dataset dataset, string label, string attribute)
    {
        var values = ValuesOf(dataset, label, attribute);
        if (values.Count == 0)
            return "text";
        if (values.TrueForAll(IsBool))
            return "bool";
        if (values.TrueForAll(value => value.Kind == AttributeValueKind.Number))
            return values.TrueForAll(value => value.AsNumber == Math.Floor(value.AsNumber)) ? "int" : "number";
        var words = values
            .SelectMany(value =>
                value.Kind == AttributeValueKind.TextList ? value.AsTexts.ToArray() : [value.ToString()]
            )
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (words.Count is 0 or > MostWords || words.Exists(word => word.Length == 0))
            return "text";
        var choices = string.Join(" | ", words.Select(NewNames.AsValue));
        return values.Exists(value => value.Kind == AttributeValueKind.TextList) ? "any of " + choices : choices;
    }

    static List<AttributeValue> ValuesOf(Dataset dataset, string label, string attribute)
    {
        var values = new HashSet<AttributeValue>();
        var category = dataset.Categories.IndexOf(label);
        if (dataset.Annotations.Attributes.Find(attribute) is { } column)
            foreach (var (row, code) in column.Entries)
                if (
                    dataset.Annotations.Categories[row] == category
                    && column.Pool[code] is var value
                    && value.Kind != AttributeValueKind.Null
                    && (value.Kind != AttributeValueKind.Text || value.AsText.Length > 0)
                )
                    values.Add(value);
        return [.. values];
    }

    // Formats without types write it as a word.
    static bool IsBool(AttributeValue value) =>
        value.Kind == AttributeValueKind.Bool
        || value.AsText.Equals("true", StringComparison.OrdinalIgnoreCase)
        || value.AsText.Equals("false", StringComparison.OrdinalIgnoreCase);
}
