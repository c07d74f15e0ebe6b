using LabelSpec.Grammar.Syntax;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>Limits as comparisons.</summary>
static class RangeText
{
    /// <summary>That a value lies in a range; null where the range is not whole.</summary>
    /// <param name="scale">What the ends are multiplied with; nothing where it is empty.</param>
    public static string? Holds(string value, RangeExpression range, string scale = "") =>
        (range.Minimum, range.Maximum) switch
        {
            ({ } one, _) when range.IsSingleValue => $"{value} == {one.ToText()}{scale}",
            ({ } low, null) => $"{value} >= {low.ToText()}{scale}",
            (null, { } high) => $"{value} <= {high.ToText()}{scale}",
            ({ } low, { } high) when scale.Length == 0 => $"{value} in {low.ToText()}..{high.ToText()}",
            ({ } low, { } high) => $"{value} >= {low.ToText()}{scale} and {value} <= {high.ToText()}{scale}",
            _ => null,
        };
}
