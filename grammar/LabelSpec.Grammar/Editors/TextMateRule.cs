namespace LabelSpec.Grammar.Editors;

/// <summary>A pattern of a TextMate grammar: one match, or everything between two matches.</summary>
sealed record TextMateRule(
    string Scope,
    string Begin,
    string? End,
    IReadOnlyList<(int Group, string Scope)> Captures,
    IReadOnlyList<TextMateRule> Inner
)
{
    /// <summary>The rules of the whole language hold inside as well.</summary>
    public bool IncludesSelf { get; init; }
}
