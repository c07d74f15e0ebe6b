using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Features.DocumentSymbols;

/// <summary>A line of an outline.</summary>
/// <param name="NameSpan">Within <paramref name="Span"/>.</param>
sealed record OutlineItem(
    string Name,
    string? Detail,
    SymbolKind Kind,
    TextSpan Span,
    TextSpan NameSpan,
    IReadOnlyList<OutlineItem> Children,
    bool IsDeprecated = false
);
