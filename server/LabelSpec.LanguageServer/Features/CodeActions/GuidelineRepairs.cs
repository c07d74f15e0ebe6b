using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>
/// Fixes that need more than the compiler knows where it finds something: the text around it, or what an author
/// would want to write next.
/// </summary>
static class GuidelineRepairs
{
    public static IEnumerable<GuidelineAction> Of(GuidelineAnalysis analysis, SpecDiagnostic finding)
    {
        var span = new TextSpan(finding.Span.Start, finding.Span.Length);
        var path = analysis.Tree.PathAt(span.Start);
        (string, TextSpan, string)[]? edits = null;
        var title = "";
        if (finding.Code == SemanticDiagnostics.HeaderMissing.Code)
            (title, edits) = (
                "Add a header",
                [Insert(analysis, 0, $"guideline {NameOf(analysis.Path)} version \"1.0.0\"\n\n")]
            );
        else if (finding.Code == SemanticDiagnostics.UndescribedClass.Code)
            (title, edits) = ("Describe it", [Insert(analysis, LineStart(analysis, span.Start), "/// What it is.\n")]);
        else if (finding.Code == SemanticDiagnostics.UnknownClass.Code && finding.Span.Text.Length > 0)
            (title, edits) = (
                $"Create class {finding.Span.Text}",
                [
                    Insert(
                        analysis,
                        analysis.Text.Length,
                        $"\n/// What it is.\nclass {finding.Span.Text} {{ shape box }}\n"
                    ),
                ]
            );
        else if (
            finding.Code == SemanticDiagnostics.ImportNotFound.Code
            && path.OfType<ImportDeclaration>().FirstOrDefault() is { } import
        )
            (title, edits) = ("Remove the import", [Remove(analysis, import)]);
        else if (finding.Code == SemanticDiagnostics.UntestedRule.Code)
            (title, edits) = (
                "Add a test",
                [
                    Insert(
                        analysis,
                        EndOfDeclaration(analysis, path),
                        TestSkeleton.Of(analysis.Compilation.Guideline, finding.Span.Text)
                    ),
                ]
            );
        else if (
            finding.Code == SemanticDiagnostics.MemberGivenTwice.Code
            || finding.Code == SemanticDiagnostics.ClauseGivenTwice.Code
        )
            (title, edits) = ("Remove it", [Remove(analysis, path.OfType<Member>().LastOrDefault() ?? path[^1])]);
        else if (
            finding.Code == SemanticDiagnostics.ParentNamedTwice.Code
            || finding.Code == SemanticDiagnostics.ValueDeclaredTwice.Code
        )
            (title, edits) = ("Remove it", [(analysis.Path, WithSeparatorBefore(analysis.Text, span), "")]);
        else if (finding.Code == SemanticDiagnostics.RequiredWithDefault.Code && DefaultOf(analysis, path) is { } value)
            (title, edits) = ("Remove the default", [value]);
        else if (
            finding.Code == SemanticDiagnostics.DeprecatedClassUsed.Code
            && ReplacementAt(analysis, span.Start) is { } use
        )
            (title, edits) = ($"Use {use.Name}", [(analysis.Path, span, SyntaxFacts.Quote(use.Name))]);
        else if (finding.Code == SemanticDiagnostics.InvalidVersion.Code)
            (title, edits) = ("Replace by \"1.0.0\"", [(analysis.Path, span, "\"1.0.0\"")]);
        else if (
            finding.Code == SemanticDiagnostics.IdUsedTwice.Code
            && path.OfType<IdMember>().FirstOrDefault() is { } id
        )
            (title, edits) = (
                "Take the next free id",
                [(analysis.Path, analysis.Tree.SpanOf(id.Value), NextId(analysis))]
            );
        else if (
            finding.Code == SemanticDiagnostics.RuleWithoutBinder.Code
            && path.OfType<RuleDeclaration>().FirstOrDefault() is { Body: { } body }
        )
            (title, edits) = (
                "Let it range over all annotations",
                [Insert(analysis, analysis.Tree.SpanOf(body).Start + 1, "\n  for a: any")]
            );
        if (edits is not null)
            yield return new GuidelineAction(title, ActionKinds.QuickFix, edits, finding);
    }

    static (string, TextSpan, string) Insert(GuidelineAnalysis analysis, int offset, string text) =>
        (analysis.Path, new TextSpan(offset, 0), text);

    /// <summary>With the blanks before it on its line, and the line where nothing else stands on it.</summary>
    static (string, TextSpan, string) Remove(GuidelineAnalysis analysis, SyntaxNode node)
    {
        var span = analysis.Tree.SpanOf(node);
        var text = analysis.Text;
        var (start, end) = (span.Start, span.End);
        while (start > 0 && text[start - 1] is ' ' or '\t')
            start--;
        var isOnlyOnLine = (start == 0 || text[start - 1] == '\n') && (end == text.Length || text[end] is '\r' or '\n');
        if (isOnlyOnLine && end < text.Length)
            end += text[end] == '\r' && end + 1 < text.Length ? 2 : 1;
        return (analysis.Path, TextSpan.FromBounds(start, end), "");
    }

    static TextSpan WithSeparatorBefore(string text, TextSpan span)
    {
        var start = span.Start;
        while (start > 0 && char.IsWhiteSpace(text[start - 1]))
            start--;
        return start > 0 && text[start - 1] is ',' or '|' ? TextSpan.FromBounds(start - 1, span.End) : span;
    }

    static (string, TextSpan, string)? DefaultOf(GuidelineAnalysis analysis, IReadOnlyList<SyntaxNode> path)
    {
        var modifier = path.OfType<AttributeMember>()
            .LastOrDefault()
            ?.Modifiers.FirstOrDefault(modifier => modifier.Kind == AttributeModifierKind.Default);
        return modifier is null ? null : Remove(analysis, modifier);
    }

    static ClassSymbol? ReplacementAt(GuidelineAnalysis analysis, int offset) =>
        analysis
            .Compilation.Index.At(analysis.File, offset)
            .Select(occurrence => (occurrence.Symbol as ClassSymbol)?.Deprecated?.Use)
            .FirstOrDefault(use => use is not null);

    static string NextId(GuidelineAnalysis analysis) =>
        $"{analysis.Compilation.Guideline.Classes.Max(@class => @class.Id ?? 0) + 1}";

    static int LineStart(GuidelineAnalysis analysis, int offset)
    {
        var lines = analysis.Tree.Source.Lines;
        return lines.StartOf(lines.LineOf(offset));
    }

    static int EndOfDeclaration(GuidelineAnalysis analysis, IReadOnlyList<SyntaxNode> path) =>
        path.OfType<Declaration>().FirstOrDefault() is { } declaration
            ? analysis.Tree.SpanOf(declaration).End
            : analysis.Text.Length;

    static string NameOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var plain = string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_'));
        return SyntaxFacts.Quote(plain.Length > 0 ? plain : "guideline");
    }
}
