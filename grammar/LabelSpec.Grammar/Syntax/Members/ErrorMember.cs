namespace LabelSpec.Grammar.Syntax;

/// <summary>Text that is no member of the block it stands in. Its tokens are those of its span.</summary>
public sealed class ErrorMember(Place place, string? keyword) : Member(place)
{
    /// <summary>The word that it begins with, if it begins with one.</summary>
    public string? Keyword { get; } = keyword;
}
