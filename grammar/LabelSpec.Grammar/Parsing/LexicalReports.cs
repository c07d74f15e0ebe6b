using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar.Parsing;

/// <summary>Mistakes inside of single tokens and comments.</summary>
static class LexicalReports
{
    public static IReadOnlyList<Diagnostic> Of(Segment segment)
    {
        List<Diagnostic>? found = null;
        foreach (var token in segment.Tokens)
            if (Check(segment, token) is { } diagnostic)
                (found ??= []).Add(diagnostic);
        foreach (var trivia in segment.Trivia)
            if (trivia.Kind == TriviaKind.BlockComment && !IsClosed(segment.Text.AsSpan(trivia.Start, trivia.Length)))
                (found ??= []).Add(
                    new Diagnostic(
                        SyntaxDiagnostics.UnclosedComment,
                        "This comment is not closed. Add `*/`.",
                        trivia.Span,
                        new CodeFix("Close the comment", [TextEdit.Insert(trivia.End, " */")])
                    )
                );
        return found ?? (IReadOnlyList<Diagnostic>)[];
    }

    static Diagnostic? Check(Segment segment, Token token) =>
        token.Kind switch
        {
            TokenKind.String or TokenKind.BlockString => CheckString(segment.TextOf(token), token),
            TokenKind.QuotedName => CheckName(segment.TextOf(token), token),
            TokenKind.Number => CheckNumber(segment.TextOf(token), token),
            TokenKind.Color => CheckColor(segment.TextOf(token), token),
            _ => null,
        };

    static Diagnostic? CheckString(ReadOnlySpan<char> text, Token token)
    {
        var quotes = token.Kind == TokenKind.String ? "\"" : "\"\"\"";
        if (!StringText.IsClosed(text, token.Kind))
            return new Diagnostic(
                SyntaxDiagnostics.UnclosedString,
                $"This text is not closed. Add `{quotes}` where it ends.",
                token.Span,
                new CodeFix(
                    $"Close the text with `{quotes}`",
                    [TextEdit.Insert(token.Start + EndOfUnclosed(text), quotes)]
                )
            );
        for (var at = quotes.Length; at < text.Length - quotes.Length; )
        {
            var length = text[at] == '\\' ? StringText.EscapeLength(text[at..]) : 1;
            if (length == 0)
                return new Diagnostic(
                    SyntaxDiagnostics.UnknownEscape,
                    $"`{text.Slice(at, Math.Min(2, text.Length - at))}` is no escape and is taken as it stands. Write `\\\\` for a backslash.",
                    new TextSpan(token.Start + at, 2),
                    new CodeFix("Double the backslash", [TextEdit.Insert(token.Start + at, "\\")])
                );
            at += length;
        }

        return null;
    }

    /// <summary>A brace behind a blank at the end of the line opens the block of what the text names: `class a "label {`.</summary>
    static int EndOfUnclosed(ReadOnlySpan<char> text)
    {
        var line = text.TrimEnd();
        return line is [.., _, ' ' or '\t', '{'] ? line[..^1].TrimEnd().Length : text.Length;
    }

    static Diagnostic? CheckName(ReadOnlySpan<char> text, Token token)
    {
        var isClosed = text.Length > 1 && text[^1] == '`';
        if (isClosed && text.Length > 2)
            return null;
        return new Diagnostic(
            SyntaxDiagnostics.UnclosedName,
            isClosed
                ? "There is no name between these backticks."
                : "This name is not closed. Add a backtick behind it.",
            token.Span,
            isClosed ? null : new CodeFix("Close the name", [TextEdit.Insert(token.End, "`")])
        );
    }

    static Diagnostic? CheckNumber(ReadOnlySpan<char> text, Token token)
    {
        var start = NumberText.UnitStart(text);
        var unit = text[start..];
        if (NumberText.FindUnit(unit) is not null)
            return null;
        var near = NearestWord.Find(unit, NumberText.UnitNames);
        var span = TextSpan.FromBounds(token.Start + start, token.End);
        return new Diagnostic(
            SyntaxDiagnostics.UnknownUnit,
            near is null
                ? $"`{unit}` is no unit. There are {string.Join(", ", NumberText.UnitNames)}."
                : $"`{unit}` is no unit. Did you mean `{near}`?",
            span,
            near is null ? null : new CodeFix($"Change to `{near}`", [new TextEdit(span, near)])
        );
    }

    static Diagnostic? CheckColor(ReadOnlySpan<char> text, Token token) =>
        ColorText.Read(text) is not null
            ? null
            : new Diagnostic(
                SyntaxDiagnostics.MalformedColor,
                $"`{text}` is no colour. Write three or six hexadecimal digits behind `#`, as in `#e4572e`.",
                token.Span
            );

    static bool IsClosed(ReadOnlySpan<char> comment) => comment.Length >= 4 && comment.EndsWith("*/");
}
