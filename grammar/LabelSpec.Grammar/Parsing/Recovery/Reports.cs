using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using Sprache;

namespace LabelSpec.Grammar.Parsing;

/// <summary>The diagnostics about parts that are missing.</summary>
static class Reports
{
    public static Diagnostic MissingExpression(TokenInput input) =>
        ForeignOperators.ReportFor(input)
        ?? new(
            SyntaxDiagnostics.MissingExpression,
            $"An expression is missing here, before {Found(input)}. Write a value, a comparison or a call.",
            SpanAt(input)
        );

    public static Diagnostic MissingCloseParen(TokenInput input) =>
        new(
            SyntaxDiagnostics.MissingCloseParen,
            $"Expected `)` before {Found(input)}: a parenthesis is still open.",
            SpanAt(input),
            Insert(input, ")")
        );

    public static Diagnostic MissingSymbol(TokenInput input, TokenKind kind) =>
        new(
            SyntaxDiagnostics.UnexpectedToken,
            $"Expected {SyntaxFacts.Describe(kind)} before {Found(input)}.",
            SpanAt(input),
            Insert(input, kind == TokenKind.Colon ? ":" : $" {SyntaxFacts.TextOf(kind)}")
        );

    public static Func<TokenInput, Diagnostic> MissingName(string what, string hint) =>
        input => new Diagnostic(
            SyntaxDiagnostics.MissingName,
            $"Expected {what} but found {Found(input)}. {hint}",
            SpanAt(input)
        );

    public static Diagnostic MissingOpenBrace(TokenInput input, string behind) =>
        new(
            SyntaxDiagnostics.MissingOpenBrace,
            $"Expected `{{` {behind} but found {Found(input)}.",
            SpanAt(input),
            Insert(input, " {")
        );

    public static Diagnostic MissingCloseBrace(TokenInput input, TextSpan open, string owner) =>
        new(
            SyntaxDiagnostics.MissingCloseBrace,
            $"{owner} is not closed. Add `}}` behind its last member.",
            open,
            Insert(input, "\n}")
        );

    public static Diagnostic UnknownSeverity(TokenInput input, IReadOnlyList<string> known)
    {
        var near = NearestWord.Find(input.TokenText, known);
        return new Diagnostic(
            SyntaxDiagnostics.UnknownSeverity,
            near is null
                ? $"{Capitalize(Found(input))} is no severity. There are `{string.Join("`, `", known)}`."
                : $"`{input.TokenText}` is no severity. Did you mean `{near}`?",
            SpanAt(input),
            near is null ? null : new CodeFix($"Change to `{near}`", [new TextEdit(input.Token.Span, near)])
        );
    }

    /// <summary>A name that must be there; a missing one is empty.</summary>
    public static Parser<Name> OrMissingName(this Parser<Name> parser, string hint, string what = "a name") =>
        parser.OrMissing(place => new Name(place, ""), MissingName(what, hint));

    /// <summary>How the next token is called.</summary>
    public static string Found(TokenInput input) =>
        input.Token.Kind switch
        {
            TokenKind.EndOfSegment => "the end",
            TokenKind.String or TokenKind.BlockString => "a text",
            _ => $"`{input.TokenText}`",
        };

    /// <summary>
    /// The next token, if it stands on the same line as the one before; otherwise the last token before the gap, since
    /// the mistake was made there.
    /// </summary>
    public static TextSpan SpanAt(TokenInput input)
    {
        if (input.Position == 0 || (!input.AtEnd && !input.State.IsFirstOnLine(input.Position)))
            return input.Token.Span;
        return input.State.Tokens[input.Position - 1].Span;
    }

    public static string Capitalize(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A fix that puts text behind the token before.</summary>
    static CodeFix Insert(TokenInput input, string text) =>
        new($"Insert `{text.Trim()}`", [TextEdit.Insert(input.State.EndBefore(input.Position), text)]);
}
