using LabelSpec.Grammar.Text;

namespace LabelSpec.LanguageServer.Features.Symbols;

/// <summary>The name of another file in a text.</summary>
/// <param name="Span">Without the quotes.</param>
/// <param name="Target">The path that is meant.</param>
/// <param name="IsGuideline">An import; otherwise a picture.</param>
sealed record FileNameSpan(TextSpan Span, string Written, string Target, bool IsGuideline);
