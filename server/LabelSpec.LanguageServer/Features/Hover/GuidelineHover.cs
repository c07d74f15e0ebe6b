using LabelSpec.Engine.Checks;
using LabelSpec.Grammar;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Completion;
using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Features.Rename;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Reports.Help;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Functions;

namespace LabelSpec.LanguageServer.Features.Hover;

/// <summary>Hover in guidelines: symbols, words of the language, functions, members, checks, files.</summary>
static class GuidelineHover
{
    public static HoverContent? At(GuidelineAnalysis analysis, int offset) => At(analysis, offset, DataCounts.None);

    /// <param name="counts">What the data says.</param>
    public static HoverContent? At(GuidelineAnalysis analysis, int offset, DataCounts counts)
    {
        var tree = analysis.Tree;
        if (GuidelineFileNames.At(analysis.Path, tree, offset) is { } file)
            return new HoverContent(OfFile(file), file.Span);
        if (SymbolSearch.At(analysis, offset) is [var first, ..] found)
            return new HoverContent(
                string.Join(
                    "\n\n---\n\n",
                    found.Select(occurrence =>
                        SymbolPage.Of(
                            analysis.Compilation.Guideline,
                            occurrence.Symbol,
                            counts.Describe(analysis.Compilation.Guideline, occurrence.Symbol)
                        )
                    )
                ),
                new TextSpan(first.Span.Start, first.Span.Length)
            );
        if (OfLabel(analysis, offset, counts) is { } label)
            return label;
        var path = tree.PathAt(offset);
        if (OfScene(tree, offset) is { } scene)
            return scene;
        if (OfCheck(tree, path, offset) is { } check)
            return check;
        if (OfCall(tree, path, offset) is { } call)
            return call;
        return OfMember(analysis, path, offset) ?? WordHover.At(tree, path, offset) ?? OfValue(analysis, offset);
    }

    /// <summary>On what annotation files call a class, an attribute or a value: the page of what they mean by it.</summary>
    static HoverContent? OfLabel(GuidelineAnalysis analysis, int offset, DataCounts counts)
    {
        if (
            DataLabel.At(analysis.Tree, offset) is not { } label
            || label.Owner switch
            {
                ClassDeclaration declaration => declaration.Name,
                AttributeMember attribute => attribute.Name,
                EnumValue value => value.Name,
                _ => null,
            }
                is not { IsMissing: false } name
        )
            return null;
        return At(analysis, analysis.Tree.SpanOf(name).Start, counts) is { } page
            ? page with
            {
                Span = label.Span,
            }
            : null;
    }

    static string OfFile(FileNameSpan file) =>
        file.IsGuideline
            ? $"Guideline `{file.Target}`"
            : $"![{file.Written}]({DocumentUri.Of(file.Target)})\n\n`{file.Written}`";

    /// <summary>What a test draws under a name.</summary>
    static HoverContent? OfScene(SyntaxTree tree, int offset)
    {
        var places = SceneNames.At(tree, offset);
        if (SceneNames.DrawnAt(tree, offset) is not { } drawn)
            return null;
        return new HoverContent(
            $"```labelspec\n{drawn.ToText().Trim()}\n```",
            places.First(place => place.Span.Touches(offset)).Span
        );
    }

    static HoverContent? OfCheck(SyntaxTree tree, IReadOnlyList<SyntaxNode> path, int offset)
    {
        if (
            path.OfType<CheckDeclaration>().FirstOrDefault() is not { Name: { IsMissing: false } name }
            || tree.SpanOf(name) is var span && !span.Touches(offset)
        )
            return null;
        var code = CheckCatalogue.Find(name.Value)?.Code ?? name.Value;
        return DiagnosticPages.Instance.Find(code) is { } page
            ? new HoverContent(page.Markdown, tree.SpanOf(name))
            : null;
    }

    static HoverContent? OfCall(SyntaxTree tree, IReadOnlyList<SyntaxNode> path, int offset)
    {
        if (
            path.OfType<CallExpression>().LastOrDefault() is not { Function: var name }
            || !tree.SpanOf(name).Touches(offset)
            || FunctionTable.Find(name.Value) is not { } function
        )
            return null;
        return new HoverContent(FunctionPage.Of(function), tree.SpanOf(name));
    }

    static HoverContent? OfMember(GuidelineAnalysis analysis, IReadOnlyList<SyntaxNode> path, int offset)
    {
        if (path is not [.., Name name])
            return null;
        var page = analysis.Compilation.Index.ExpressionAt(analysis.File, offset) switch
        {
            BoundAnnotationMember member => MemberPage.Of(AnnotationMembers.Of(member.Member)),
            BoundImageMember member => MemberPage.Of(ImageMembers.All[(int)member.Member]),
            BoundTrackMember member => MemberPage.Of(TrackMembers.All[(int)member.Member]),
            BoundGroupMember member => MemberPage.Of(GroupMembers.All[(int)member.Member]),
            BoundDatasetMember member => MemberPage.Of(DatasetMembers.All[(int)member.Member]),
            BoundPointMember member => MemberPage.Of(PointMembers.All[(int)member.Member]),
            // In a `let` that nothing uses, nothing is bound.
            null
            or BoundError
                when path is [.., MemberExpression member, _]
                    && ExpressionTypes.Of(CompletionPlace.At(analysis, offset), member.Target) is { } target =>
                MemberPage.Of(target, name.Value),
            _ => null,
        };
        return page is null ? null : new HoverContent(page, analysis.Tree.SpanOf(name));
    }

    /// <summary>Numbers and other expressions without a name: their type.</summary>
    static HoverContent? OfValue(GuidelineAnalysis analysis, int offset) =>
        analysis.Compilation.Index.ExpressionAt(analysis.File, offset) is { Type.IsError: false } expression
            ? new HoverContent(
                expression is BoundNumber
                    ? $"```labelspec\n{expression.Span.Text}: {expression.Type.DisplayName}\n```"
                    : $"`{expression.Type.DisplayName}`",
                new TextSpan(expression.Span.Start, expression.Span.Length)
            )
            : null;
}
