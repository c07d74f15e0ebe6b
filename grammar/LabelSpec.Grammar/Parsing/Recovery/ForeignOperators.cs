using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar.Parsing;

/// <summary>Operators that other languages have and that are words, or other signs, here.</summary>
static class ForeignOperators
{
    static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["&&"] = "and",
        ["&"] = "and",
        ["||"] = "or",
        ["!"] = "not",
        ["="] = "==",
    };

    public static Diagnostic? ReportFor(TokenInput input)
    {
        if (!Meanings.TryGetValue(input.TokenText.ToString(), out var meant))
            return null;
        if (input.Is(TokenKind.Equals) && !input.State.Expected.Contains(ExpressionGrammar.OperatorLabel))
            return null;
        var isWord = char.IsLetter(meant[0]);
        return new Diagnostic(
            SyntaxDiagnostics.ForeignOperator,
            isWord
                ? $"`{input.TokenText}` is written `{meant}` here."
                : "`=` gives a value to something; two values are compared with `==`.",
            input.Token.Span,
            new CodeFix($"Change to `{meant}`", [new TextEdit(input.Token.Span, Padded(input, meant, isWord))])
        );
    }

    /// <summary>Words need blanks around them where the signs needed none.</summary>
    static string Padded(TokenInput input, string meant, bool isWord)
    {
        if (!isWord)
            return meant;
        var text = input.State.Segment.Text;
        var before = input.Token.Start > 0 && Lexer.IsWordPart(text[input.Token.Start - 1]) ? " " : "";
        var after = input.Token.End < text.Length && !char.IsWhiteSpace(text[input.Token.End]) ? " " : "";
        return before + meant + after;
    }
}
