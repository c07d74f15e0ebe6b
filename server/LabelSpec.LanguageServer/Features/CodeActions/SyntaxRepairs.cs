using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Diagnostics;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>Repairs of syntax: what is missing is put in, what is too much is taken out, what was misspelled is written right.</summary>
static class SyntaxRepairs
{
    static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal)
    {
        ["&&"] = "and",
        ["&"] = "and",
        ["||"] = "or",
        ["!"] = "not ",
        ["="] = "==",
        ["==="] = "==",
        ["<>"] = "!=",
        ["=>"] = "implies",
        ["->"] = "implies",
        ["<=>"] = "iff",
    };

    public static (string Title, TextSpan Span, string Text)? Of(GuidelineAnalysis analysis, SpecDiagnostic finding)
    {
        var span = new TextSpan(finding.Span.Start, finding.Span.Length);
        var text = analysis.Text;
        var written = text.Substring(span.Start, span.Length);
        var code = finding.Code;
        if (code == SyntaxDiagnostics.UnknownCharacter.Code || code == SyntaxDiagnostics.ExtraCloseBrace.Code)
            return ("Remove it", WithBlanksBefore(text, span), "");
        if (code == SyntaxDiagnostics.UnclosedString.Code)
            return ("Close the text", new TextSpan(TrimmedEnd(text, span.Start, LineEnd(text, span.Start)), 0), "\"");
        if (code == SyntaxDiagnostics.UnclosedComment.Code)
            return ("Close the comment", new TextSpan(span.End, 0), " */");
        if (code == SyntaxDiagnostics.UnclosedName.Code && written.Length > 1)
            return ("Close the name", new TextSpan(TrimmedEnd(text, span.Start, span.End), 0), "`");
        if (code == SyntaxDiagnostics.UnknownUnit.Code)
            return OfUnit(span, written);
        if (code == SyntaxDiagnostics.UnknownEscape.Code)
            return ("Write a backslash", new TextSpan(span.Start, 0), "\\");
        if (code == SyntaxDiagnostics.MissingOpenBrace.Code)
            return ("Add the brace", new TextSpan(EndBefore(text, span.Start), 0), " {");
        if (code == SyntaxDiagnostics.MissingCloseBrace.Code)
            return ("Add the brace", new TextSpan(EndBefore(text, EndOfDeclaration(analysis, span.Start)), 0), "\n}");
        if (code == SyntaxDiagnostics.MissingCloseParen.Code)
            return ("Add the parenthesis", new TextSpan(EndBefore(text, span.Start), 0), ")");
        if (code == SyntaxDiagnostics.ForeignOperator.Code && Operators.TryGetValue(written.Trim(), out var own))
            return ($"Write `{own.Trim()}`", span, own);
        return OfWord(analysis, code, span, written);
    }

    static (string, TextSpan, string)? OfWord(GuidelineAnalysis analysis, string code, TextSpan span, string written)
    {
        IEnumerable<WordFact> words =
            code == SyntaxDiagnostics.UnknownDeclaration.Code ? SyntaxFacts.WordsAt(WordPosition.Declaration)
            : code == SyntaxDiagnostics.UnknownMember.Code ? MembersAt(analysis, span.Start)
            : code == SyntaxDiagnostics.UnknownSeverity.Code ? SyntaxFacts.WordsAt(WordPosition.Severity)
            : [];
        var first = written.Split((char[]?)null, 2)[0];
        if (NearestWord.Find(first, words.Select(word => word.Text)) is { } nearest)
            return ($"Write `{nearest}`", new TextSpan(span.Start, first.Length), nearest);
        if (code == SyntaxDiagnostics.UnknownSeverity.Code)
            return ("Write `error`", span, "error");
        if (
            code == SyntaxDiagnostics.MisplacedMember.Code
            && analysis.Tree.PathAt(span.Start).OfType<Member>().LastOrDefault() is { } member
        )
            return ("Remove it", WithBlanksBefore(analysis.Text, analysis.Tree.SpanOf(member)), "");
        return null;
    }

    static IEnumerable<WordFact> MembersAt(GuidelineAnalysis analysis, int offset) =>
        analysis.Tree.ExpectationsAt(offset).Words;

    static (string, TextSpan, string) OfUnit(TextSpan span, string written)
    {
        var digits = 0;
        while (digits < written.Length && (char.IsAsciiDigit(written[digits]) || written[digits] is '.'))
            digits++;
        var unit =
            SyntaxFacts.Units.FirstOrDefault(unit =>
                written[digits..].StartsWith(unit[..1], StringComparison.OrdinalIgnoreCase)
            ) ?? "px";
        return ($"Write `{unit}`", TextSpan.FromBounds(span.Start + digits, span.End), unit);
    }

    static int EndOfDeclaration(GuidelineAnalysis analysis, int offset)
    {
        var declarations = analysis.Tree.Declarations.Select(declaration => analysis.Tree.SpanOf(declaration)).ToList();
        return declarations.Where(span => span.Start <= offset).Select(span => span.End).DefaultIfEmpty(offset).Max();
    }

    static int LineEnd(string text, int offset) =>
        text.IndexOf('\n', offset) is >= 0 and var found ? found : text.Length;

    static int TrimmedEnd(string text, int start, int end)
    {
        while (end > start + 1 && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }

    /// <summary>The end of what stands before an offset, without the blanks between.</summary>
    static int EndBefore(string text, int offset)
    {
        offset = Math.Min(offset, text.Length);
        while (offset > 0 && char.IsWhiteSpace(text[offset - 1]))
            offset--;
        return offset;
    }

    static TextSpan WithBlanksBefore(string text, TextSpan span)
    {
        var start = span.Start;
        while (start > 0 && text[start - 1] is ' ' or '\t')
            start--;
        return TextSpan.FromBounds(start, span.End);
    }
}
