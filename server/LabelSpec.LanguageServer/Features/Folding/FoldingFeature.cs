using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.LanguageServer.Workspace.Projects;

namespace LabelSpec.LanguageServer.Features.Folding;

/// <summary>What can be folded away.</summary>
sealed class FoldingFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce("foldingRangeProvider");
        features
            .Document<TextDocumentParams, IReadOnlyList<FoldingRange>>("textDocument/foldingRange")
            .In<GuidelineContent>(
                (context, _, _) => Answer(context, GuidelineFolds.Of(context.Content.Tree), endsWithBrace: true)
            )
            .In<ProjectContent>(
                (context, _, _) =>
                    Answer(
                        context,
                        [
                            .. YamlBlocks.In(context.Content.Text).Select(block => (block, (string?)null)),
                            .. YamlBlocks.Comments(context.Content.Text).Select(run => (run, "comment")),
                        ],
                        endsWithBrace: false
                    )
            );
    }

    static List<FoldingRange> Answer<TContent>(
        DocumentContext<TContent> context,
        IEnumerable<(TextSpan Span, string? Kind)> folds,
        bool endsWithBrace
    )
        where TContent : DocumentContent
    {
        var ranges = new List<FoldingRange>();
        foreach (var fold in folds)
        {
            var (start, end) = (
                context.Document.Text.PositionOf(fold.Span.Start),
                context.Document.Text.PositionOf(fold.Span.End)
            );
            // Whole lines are folded with the closing brace left to be seen.
            var last = context.Client.LineFoldingOnly && endsWithBrace && fold.Kind is null ? end.Line - 1 : end.Line;
            if (last <= start.Line)
                continue;
            ranges.Add(
                context.Client.LineFoldingOnly
                    ? new FoldingRange(start.Line, null, last, null, fold.Kind)
                    : new FoldingRange(start.Line, start.Character, end.Line, end.Character, fold.Kind)
            );
        }

        return ranges;
    }
}
