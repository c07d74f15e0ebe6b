using System.Collections.Immutable;
using System.Globalization;
using LabelSpec.Annotations.Model;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Types;
using FileValue = LabelSpec.Annotations.Model.AttributeValue;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>
/// Reads values as the guideline types them. Formats that only know text write <c>"true"</c> and <c>"3"</c>; those are a bool
/// and a number. A value that is null or an empty text is taken for a missing one.
/// </summary>
static class AttributeValues
{
    public static bool IsMissing(FileValue value) =>
        value.Kind switch
        {
            AttributeValueKind.Null => true,
            AttributeValueKind.Text => value.AsText.Length == 0,
            _ => false,
        };

    public static AttributeVerdict Judge(AttributeType type, FileValue value) =>
        type switch
        {
            _ when IsMissing(value) => AttributeVerdict.Fits,
            BoolAttributeType => IsBool(value) ? AttributeVerdict.Fits : AttributeVerdict.WrongType,
            IntAttributeType one => JudgeNumber(value, one.Range, isWhole: true),
            NumberAttributeType one => JudgeNumber(value, one.Range, isWhole: false),
            TextAttributeType one => JudgeText(one, value),
            EnumAttributeType one => JudgeOneOf(one.Values, value),
            SetAttributeType one => JudgeSet(one.Values, value),
            _ => AttributeVerdict.Fits,
        };

    static bool IsBool(FileValue value) =>
        value.Kind == AttributeValueKind.Bool
        || value.Kind == AttributeValueKind.Number && value.AsNumber is 0 or 1
        || value.AsText.ToUpperInvariant() is "TRUE" or "FALSE" or "YES" or "NO" or "0" or "1";

    static AttributeVerdict JudgeNumber(FileValue value, NumericRange range, bool isWhole)
    {
        double number;
        if (value.Kind == AttributeValueKind.Number)
            number = value.AsNumber;
        else if (
            value.Kind != AttributeValueKind.Text
            || !double.TryParse(value.AsText, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
        )
            return AttributeVerdict.WrongType;
        if (double.IsNaN(number) || (isWhole && number != Math.Floor(number)))
            return AttributeVerdict.WrongType;
        return range.Contains(number) ? AttributeVerdict.Fits : AttributeVerdict.OutOfRange;
    }

    static AttributeVerdict JudgeText(TextAttributeType type, FileValue value)
    {
        if (value.Kind == AttributeValueKind.TextList)
            return AttributeVerdict.WrongType;
        return type.Regex is null || type.Regex.IsMatch(value.ToString())
            ? AttributeVerdict.Fits
            : AttributeVerdict.NotAllowed;
    }

    // An enum may list words that a file writes as a bool or a number: true, false, 0, 1, 2.
    static AttributeVerdict JudgeOneOf(ImmutableArray<EnumValueSymbol> values, FileValue value)
    {
        if (value.Kind == AttributeValueKind.TextList && value.AsTexts.Length != 1)
            return AttributeVerdict.WrongType;
        return IsOneOf(values, value.ToString()) ? AttributeVerdict.Fits : AttributeVerdict.NotAllowed;
    }

    static AttributeVerdict JudgeSet(ImmutableArray<EnumValueSymbol> values, FileValue value)
    {
        if (value.Kind is AttributeValueKind.Number or AttributeValueKind.Bool)
            return AttributeVerdict.WrongType;
        if (value.Kind == AttributeValueKind.Text)
            return value.AsText.Split(',', StringSplitOptions.TrimEntries).All(one => IsOneOf(values, one))
                ? AttributeVerdict.Fits
                : AttributeVerdict.NotAllowed;
        foreach (var one in value.AsTexts)
            if (!IsOneOf(values, one))
                return AttributeVerdict.NotAllowed;
        return AttributeVerdict.Fits;
    }

    static bool IsOneOf(ImmutableArray<EnumValueSymbol> values, string text)
    {
        foreach (var value in values)
            if (value.Label == text || value.Name == text)
                return true;
        return false;
    }
}
