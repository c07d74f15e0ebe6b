using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.InlayHints;

/// <summary>Hints between the characters.</summary>
sealed class InlayHintsFeature : IFeature
{
    const int TypeHint = 1;

    public void Register(FeatureRegistry features)
    {
        features.Announce("inlayHintProvider", () => new JsonObject { ["resolveProvider"] = false });
        features
            .Document<InlayHintParams, IReadOnlyList<InlayHint>>("textDocument/inlayHint")
            .In<GuidelineContent>(
                (context, wish, _) =>
                    [
                        .. GuidelineHints
                            .In(context.Analysis(), context.SpanOf(wish.Range))
                            .Select(hint => new InlayHint(
                                context.Document.Text.PositionOf(hint.Offset),
                                [new InlayHintLabelPart(hint.Text)],
                                TypeHint,
                                hint.Tooltip is { } tooltip ? MarkupContent.Markdown(tooltip) : null
                            )),
                    ]
            );
    }
}
