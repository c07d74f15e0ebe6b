using LabelSpec.Grammar.Text;

namespace LabelSpec.LanguageServer.Features.SemanticTokens;

/// <summary>A stretch of text on one line, and what it is.</summary>
readonly record struct SemanticToken(TextSpan Span, TokenClass Class, TokenModifiers Modifiers)
{
    /// <summary>
    /// Whether it is more than a grammar of regular expressions knows as well. Where an editor lays these tokens over its own,
    /// the others would only take away what its grammar tells apart: units of numbers, escapes, kinds of keywords.
    /// </summary>
    public bool SaysMoreThanSyntax =>
        Class
            is not (
                TokenClass.Keyword
                or TokenClass.Modifier
                or TokenClass.Comment
                or TokenClass.String
                or TokenClass.Number
            );
}
