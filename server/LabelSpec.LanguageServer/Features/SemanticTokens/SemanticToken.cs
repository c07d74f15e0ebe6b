using LabelSpec.Grammar.Text;

namespace LabelSpec.LanguageServer.Features.SemanticTokens;

/// <summary>A stretch of text on one line, and what it is.</summary>
readonly record struct SemanticToken(TextSpan Span, TokenClass Class, TokenModifiers Modifiers);
