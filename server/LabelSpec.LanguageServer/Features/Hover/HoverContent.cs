using LabelSpec.Grammar.Text;

namespace LabelSpec.LanguageServer.Features.Hover;

/// <summary>What is shown, and for which stretch of text it holds.</summary>
sealed record HoverContent(string Markdown, TextSpan Span);
