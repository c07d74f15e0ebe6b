using System.Collections.Immutable;
using System.Globalization;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Symbols.Attributes;
using AttributeValue = LabelSpec.Annotations.Model.AttributeValue;

namespace LabelSpec.Engine.Rules.Data;

/// <summary>
/// What the values in files mean for the type that the guideline gives an attribute. Formats without types write
/// everything as text. A value that does not fit the type is unknown; a built-in check reports it.
/// </summary>
static class AttributeValues
{
    public static double ToNumber(in AttributeValue value) =>
        value.Kind switch
        {
            AttributeValueKind.Number => value.AsNumber,
            AttributeValueKind.Text => double.TryParse(
                value.AsText,
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : double.NaN,
            _ => double.NaN,
        };

    public static Truth ToTruth(in AttributeValue value) =>
        value.Kind switch
        {
            AttributeValueKind.Bool => Kleene.Of(value.AsBool),
            AttributeValueKind.Number when value.AsNumber is 0 or 1 => Kleene.Of(value.AsNumber == 1),
            AttributeValueKind.Text => ToTruth(value.AsText),
            _ => Truth.Unknown,
        };

    /// <summary>The code of the enum value that files write so, −1 for none.</summary>
    public static int ToCode(in AttributeValue value, ImmutableArray<EnumValueSymbol> values, EnumCodes codes)
    {
        if (value.Kind is AttributeValueKind.Null or AttributeValueKind.TextList)
            return -1;
        var text = value.Kind == AttributeValueKind.Text ? value.AsText : value.ToString();
        return ToCode(text, values, codes);
    }

    public static string? ToText(in AttributeValue value) =>
        value.Kind switch
        {
            AttributeValueKind.Null => null,
            AttributeValueKind.Text => value.AsText,
            _ => value.ToString(),
        };

    /// <summary>The codes of a set; null for no set. Formats without lists separate the elements by commas.</summary>
    public static int[]? ToSet(in AttributeValue value, ImmutableArray<EnumValueSymbol> values, EnumCodes codes)
    {
        string[]? texts = value.Kind switch
        {
            AttributeValueKind.TextList => value.AsTexts.ToArray(),
            AttributeValueKind.Text => value.AsText.Split(
                ',',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            ),
            _ => null,
        };
        if (texts is null)
            return null;
        var found = new List<int>(texts.Length);
        foreach (var text in texts)
        {
            var code = ToCode(text, values, codes);
            if (code >= 0 && !found.Contains(code))
                found.Add(code);
        }
        return [.. found];
    }

    static int ToCode(string text, ImmutableArray<EnumValueSymbol> values, EnumCodes codes)
    {
        foreach (var value in values)
            if (value.Label == text)
                return codes.CodeOf(value.Label);
        foreach (var value in values)
            if (value.Name == text)
                return codes.CodeOf(value.Label);
        return -1;
    }

    static Truth ToTruth(string text) =>
        text switch
        {
            "1" => Truth.True,
            "0" => Truth.False,
            _ when text.Equals("true", StringComparison.OrdinalIgnoreCase) => Truth.True,
            _ when text.Equals("yes", StringComparison.OrdinalIgnoreCase) => Truth.True,
            _ when text.Equals("false", StringComparison.OrdinalIgnoreCase) => Truth.False,
            _ when text.Equals("no", StringComparison.OrdinalIgnoreCase) => Truth.False,
            _ => Truth.Unknown,
        };
}
