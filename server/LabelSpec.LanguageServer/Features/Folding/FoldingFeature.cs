using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.Folding;

/// <summary>What can be folded away.</summary>
sealed class FoldingFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce("foldingRangeProvider");
        features
            .Document<TextDocumentParams, IReadOnlyList<FoldingRange>>("textDocument/foldingRange")
            .In<GuidelineContent>(Answer);
    }

    static IReadOnlyList<FoldingRange>? Answer(
        DocumentContext<GuidelineContent> context,
        TextDocumentParams wish,
        CancellationToken cancellation
    )
    {
        var ranges = new List<FoldingRange>();
        foreach (var fold in GuidelineFolds.Of(context.Content.Tree))
        {
            var (start, end) = (
                context.Document.Text.PositionOf(fold.Span.Start),
                context.Document.Text.PositionOf(fold.Span.End)
            );
            // Whole lines are folded with the closing brace left to be seen.
            var last = context.Client.LineFoldingOnly && fold.Kind is null ? end.Line - 1 : end.Line;
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
