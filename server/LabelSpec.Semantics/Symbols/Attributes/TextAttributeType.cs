using System.Text.RegularExpressions;

namespace LabelSpec.Semantics.Symbols.Attributes;

/// <param name="Pattern">What the whole text must match, or null.</param>
/// <param name="Regex">The pattern, anchored and without backtracking; null without a (valid) pattern.</param>
public sealed record TextAttributeType(string? Pattern, Regex? Regex) : AttributeType
{
    public override string ToString() => Pattern is null ? "text" : $"text matching \"{Pattern}\"";
}
