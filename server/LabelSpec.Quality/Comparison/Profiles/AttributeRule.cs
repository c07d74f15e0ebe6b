using System.Globalization;

namespace LabelSpec.Quality.Comparison;

/// <summary>When two values of an attribute are the same.</summary>
/// <param name="Limit">The largest difference of numbers, or the smallest similarity of texts.</param>
public sealed record AttributeRule(AttributeComparator Comparator, double Limit = 0)
{
    public static AttributeRule Exact { get; } = new(AttributeComparator.Exact);

    /// <summary>Reads <c>exact</c>, <c>off</c>, <c>number:TOLERANCE</c> or <c>levenshtein:SIMILARITY</c>; null for anything else.</summary>
    public static AttributeRule? Parse(string text)
    {
        var colon = text.IndexOf(':');
        if (colon < 0)
            return text switch
            {
                "exact" => Exact,
                "off" => new(AttributeComparator.Off),
                _ => null,
            };
        if (
            !double.TryParse(text.AsSpan(colon + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var limit)
            || !(limit >= 0 && double.IsFinite(limit))
        )
            return null;
        return text[..colon] switch
        {
            "number" => new(AttributeComparator.Number, limit),
            "levenshtein" when limit <= 1 => new(AttributeComparator.Levenshtein, limit),
            _ => null,
        };
    }
}
