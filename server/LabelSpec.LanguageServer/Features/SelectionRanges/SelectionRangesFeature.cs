using LabelSpec.Grammar;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.LanguageServer.Workspace.Projects;

namespace LabelSpec.LanguageServer.Features.SelectionRanges;

/// <summary>Grows a selection from a word over expressions and members to the whole file.</summary>
sealed class SelectionRangesFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce("selectionRangeProvider");
        features
            .Document<SelectionRangeParams, IReadOnlyList<SelectionRange>>("textDocument/selectionRange")
            .In<GuidelineContent>(
                (context, wish, _) =>
                    [
                        .. wish.Positions.Select(position =>
                            Translate(context, SpansAt(context.Content.Tree, context.OffsetOf(position)))
                        ),
                    ]
            )
            .In<ProjectContent>(
                (context, wish, _) =>
                    [
                        .. wish.Positions.Select(position =>
                            Translate(context, YamlBlocks.Around(context.Content.Text, context.OffsetOf(position)))
                        ),
                    ]
            );
    }

    /// <summary>From the outermost to the innermost.</summary>
    internal static IReadOnlyList<TextSpan> SpansAt(SyntaxTree tree, int offset)
    {
        var spans = new List<TextSpan> { new(0, tree.Text.Length) };
        foreach (var node in tree.PathAt(offset))
        {
            var span = tree.SpanOf(node);
            if (!span.IsEmpty && span != spans[^1])
                spans.Add(span);
        }

        return spans;
    }

    static SelectionRange Translate<TContent>(DocumentContext<TContent> context, IReadOnlyList<TextSpan> spans)
        where TContent : DocumentContent
    {
        SelectionRange? range = null;
        foreach (var span in spans)
            range = new SelectionRange(context.RangeOf(span), range);
        return range!;
    }
}
