using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.LanguageServer.Workspace.Projects;

namespace LabelSpec.LanguageServer.Features.Hover;

/// <summary>What there is to know about what the pointer is on.</summary>
sealed class HoverFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce("hoverProvider");
        features
            .Document<TextDocumentPositionParams, Protocol.Hover>("textDocument/hover")
            .In<ProjectContent>(
                (context, wish, cancellation) =>
                    ProjectHover.At(
                        context.Snapshot,
                        context.Content,
                        context.OffsetOf(wish.Position),
                        () => features.Services.Data.CountsOf(context.Snapshot, context.Document.Path, cancellation)
                    )
                        is { } content
                        ? new Protocol.Hover(MarkupContent.Markdown(content.Markdown), context.RangeOf(content.Span))
                        : null
            )
            .In<GuidelineContent>(
                (context, wish, cancellation) =>
                    GuidelineHover.At(
                        context.Analysis(),
                        context.OffsetOf(wish.Position),
                        features.Services.Data.CountsOf(context.Snapshot, context.Document.Path, cancellation)
                    )
                        is { } content
                        ? new Protocol.Hover(MarkupContent.Markdown(content.Markdown), context.RangeOf(content.Span))
                        : null
            );
    }
}
