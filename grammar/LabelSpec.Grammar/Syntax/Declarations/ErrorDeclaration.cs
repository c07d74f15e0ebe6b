namespace LabelSpec.Grammar.Syntax;

/// <summary>Text that is no declaration. Its tokens are those of its span.</summary>
public sealed class ErrorDeclaration(Place place, string? keyword) : Declaration(place)
{
    /// <summary>The word that it begins with, if it begins with one.</summary>
    public string? Keyword { get; } = keyword;
}
