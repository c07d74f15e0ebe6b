using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>Repairs of what a guideline means, where there is one obvious way or a few to choose from.</summary>
static class MeaningRepairs
{
    /// <summary>What is there twice, or has no place: taking it away is the repair.</summary>
    static readonly HashSet<string> Removed =
    [
        SemanticDiagnostics.HotkeyUsedTwice.Code,
        SemanticDiagnostics.LoosenedLimit.Code,
        SemanticDiagnostics.InvalidHotkey.Code,
        SemanticDiagnostics.InvalidFix.Code,
        SemanticDiagnostics.UnreachableChoice.Code,
        SemanticDiagnostics.FrameGivenTwice.Code,
        SemanticDiagnostics.ContradictoryExpectations.Code,
        SemanticDiagnostics.ImportCycle.Code,
        SemanticDiagnostics.LabelUsedTwice.Code,
    ];

    public static IEnumerable<(string Title, (TextSpan Span, string Text)[] Edits)> Of(
        GuidelineAnalysis analysis,
        SpecDiagnostic finding
    )
    {
        var span = new TextSpan(finding.Span.Start, finding.Span.Length);
        var path = analysis.Tree.PathAt(span.Start);
        var code = finding.Code;
        if (Removed.Contains(code) && Removable(analysis, path, span) is { } removed)
            yield return ("Remove it", [(removed, "")]);
        else if (code == SemanticDiagnostics.DeclaredTwice.Code || code == SemanticDiagnostics.HiddenMember.Code)
        {
            if (finding.Span.Text.Trim('`') is { Length: > 0 } name)
                yield return ($"Call it {name}_2", [(span, SyntaxFacts.Quote(name + "_2"))]);
        }
        else if (
            code == SemanticDiagnostics.HeaderMisplaced.Code
            && path.OfType<Declaration>().FirstOrDefault() is { } header
        )
            yield return (
                "Move it to the top",
                [
                    (new TextSpan(0, 0), header.ToText().Trim() + "\n\n"),
                    (Line(analysis.Text, analysis.Tree.SpanOf(header)), ""),
                ]
            );
        else if (
            code == SemanticDiagnostics.FutureVersion.Code
            && analysis.Compilation.Guideline.Version is { Length: > 0 } version
        )
            yield return ($"Write \"{version}\"", [(span, $"\"{version}\"")]);
        else if (code == SemanticDiagnostics.InheritanceCycle.Code && ParentAt(path, span, analysis) is { } parent)
            yield return ("Do not extend it", [(parent, "")]);
        else if (code == SemanticDiagnostics.AbstractClassUsed.Code)
            foreach (var child in ChildrenAt(analysis, span.Start).Take(5))
                yield return ($"Use {child.Name}", [(span, SyntaxFacts.Quote(child.Name))]);
        else if (
            code == SemanticDiagnostics.AbstractWithoutChildren.Code
            && path.OfType<ClassDeclaration>().FirstOrDefault() is { } @class
            && analysis.Text.IndexOf("abstract ", analysis.Tree.SpanOf(@class).Start, StringComparison.Ordinal)
                is >= 0
                    and var word
            && word < span.Start
        )
            yield return ("Let it be a class of its own", [(new TextSpan(word, "abstract ".Length), "")]);
        else if (code == SemanticDiagnostics.EmptyRange.Code && Swapped(finding.Span.Text) is { } swapped)
            yield return ("Swap the bounds", [(span, swapped)]);
        else if (code == SemanticDiagnostics.ShareOutOfRange.Code)
            yield return ("Write `100%`", [(span, "100%")]);
        else if (code == SemanticDiagnostics.InvalidClassId.Code)
            yield return ("Take the next free id", [(span, NextId(analysis))]);
        else if (code == SemanticDiagnostics.InvalidDefault.Code || code == SemanticDiagnostics.ConflictingClauses.Code)
        {
            if (path.OfType<AttributeModifier>().LastOrDefault() is { } modifier)
                yield return (
                    "Remove it",
                    [(RemovedText.WithBlanksBefore(analysis.Text, analysis.Tree.SpanOf(modifier)), "")]
                );
        }
        else if (
            code == SemanticDiagnostics.UnexplainedValue.Code
            && path.OfType<AttributeMember>().LastOrDefault() is { } attribute
        )
            yield return (
                "Explain its values",
                [
                    (
                        new TextSpan(analysis.Tree.SpanOf(attribute).End, 0),
                        attribute.Body is null
                            ? $" {{ include \"{finding.Span.Text.Trim('`', '"')}: what it means\" }}"
                            : ""
                    ),
                ]
            );
        else if (
            code == SemanticDiagnostics.SceneWithoutImage.Code
            && path.OfType<TestDeclaration>().FirstOrDefault() is { Body: { } body }
        )
            yield return (
                "Add an image",
                [(new TextSpan(analysis.Tree.SpanOf(body).Start + 1, 0), "\n  image 1920 x 1080\n ")]
            );
        else if (
            code == SemanticDiagnostics.UnknownSceneName.Code
            && path.OfType<TestDeclaration>().FirstOrDefault() is { } test
        )
            foreach (
                var name in SceneNames
                    .In(test)
                    .Where(found => found.IsDeclaration)
                    .Select(found => found.Name.Value)
                    .Distinct()
                    .Take(5)
            )
                yield return ($"Change to `{name}`", [(span, SyntaxFacts.Quote(name))]);
        else if (
            code == SemanticDiagnostics.RuleWithoutAssertion.Code
            && path.OfType<RuleDeclaration>().FirstOrDefault() is { } rule
        )
            yield return ("Remove the rule", [(Line(analysis.Text, analysis.Tree.SpanOf(rule)), "")]);
        else if (code == SemanticDiagnostics.InvalidThreshold.Code)
            yield return ("Write `100%`", [(span, "100%")]);
    }

    /// <summary>The member around a place; an alias of several alone, with its comma.</summary>
    static TextSpan? Removable(GuidelineAnalysis analysis, IReadOnlyList<SyntaxNode> path, TextSpan span)
    {
        if (path.OfType<Member>().LastOrDefault() is AliasMember { Names.Count: > 1 })
        {
            var start = span.Start;
            while (start > 0 && char.IsWhiteSpace(analysis.Text[start - 1]))
                start--;
            if (start > 0 && analysis.Text[start - 1] == ',')
                return TextSpan.FromBounds(start - 1, span.End);
            var end = span.End;
            while (end < analysis.Text.Length && analysis.Text[end] is ',' or ' ')
                end++;
            return TextSpan.FromBounds(span.Start, end);
        }

        SyntaxNode? node = path.OfType<Member>().LastOrDefault();
        node ??= path.OfType<ImportDeclaration>().FirstOrDefault();
        if (node is null && path.OfType<ClassDeclaration>().FirstOrDefault() is { DatasetLabel: { } label })
            node = label;
        return node is null ? null : RemovedText.WithBlanksBefore(analysis.Text, analysis.Tree.SpanOf(node));
    }

    static TextSpan? ParentAt(IReadOnlyList<SyntaxNode> path, TextSpan span, GuidelineAnalysis analysis)
    {
        if (path.OfType<ClassDeclaration>().FirstOrDefault() is not { Parents: [_, ..] parents } declaration)
            return null;
        if (parents.Count > 1)
            return null;
        var from = analysis.Tree.SpanOf((SyntaxNode?)declaration.DatasetLabel ?? declaration.Name).End;
        return TextSpan.FromBounds(from, analysis.Tree.SpanOf(parents[0]).End) is var whole && !span.IsEmpty
            ? whole
            : null;
    }

    static IEnumerable<ClassSymbol> ChildrenAt(GuidelineAnalysis analysis, int offset) =>
        SymbolSearch
            .At(analysis, offset)
            .Select(occurrence => occurrence.Symbol)
            .OfType<ClassSymbol>()
            .SelectMany(@class => @class.ConcreteDescendants.Classes);

    static string? Swapped(string range)
    {
        var dots = range.IndexOf("..", StringComparison.Ordinal);
        return dots > 0 && dots + 2 < range.Length ? $"{range[(dots + 2)..].Trim()}..{range[..dots].Trim()}" : null;
    }

    static string NextId(GuidelineAnalysis analysis) =>
        $"{analysis.Compilation.Guideline.Classes.Max(@class => @class.Id ?? 0) + 1}";

    /// <summary>With the rest of its lines.</summary>
    static TextSpan Line(string text, TextSpan span)
    {
        var end = span.End;
        while (end < text.Length && text[end] is '\n' or '\r' or ' ')
            end++;
        return TextSpan.FromBounds(span.Start, end);
    }
}
