using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Diagnostics;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>Repairs of syntax that the parser, which sees one declaration, leaves to others.</summary>
static class SyntaxRepairs
{
    public static (string Title, TextSpan Span, string Text)? Of(GuidelineAnalysis analysis, SpecDiagnostic finding)
    {
        var span = new TextSpan(finding.Span.Start, finding.Span.Length);
        var written = analysis.Text.Substring(span.Start, span.Length);
        var code = finding.Code;
        if (!finding.Fixes.IsEmpty)
            return null;
        if (code == SyntaxDiagnostics.UnclosedComment.Code)
            return ("Close the comment", new TextSpan(span.End, 0), " */");
        if (code == SyntaxDiagnostics.UnclosedName.Code && written.Length > 1)
            return ("Close the name", new TextSpan(TrimmedEnd(analysis.Text, span), 0), "`");
        if (code == SyntaxDiagnostics.UnknownUnit.Code)
            return OfUnit(span, written);
        if (code == SyntaxDiagnostics.UnknownSeverity.Code)
            return ("Write `error`", span, "error");
        return
            code == SyntaxDiagnostics.MisplacedMember.Code
            && analysis.Tree.PathAt(span.Start).OfType<Member>().LastOrDefault() is { } member
            ? ("Remove it", WithBlanksBefore(analysis.Text, analysis.Tree.SpanOf(member)), "")
            : null;
    }

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

    static int TrimmedEnd(string text, TextSpan span)
    {
        var end = span.End;
        while (end > span.Start + 1 && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }

    static TextSpan WithBlanksBefore(string text, TextSpan span)
    {
        var start = span.Start;
        while (start > 0 && text[start - 1] is ' ' or '\t')
            start--;
        return TextSpan.FromBounds(start, span.End);
    }
}
