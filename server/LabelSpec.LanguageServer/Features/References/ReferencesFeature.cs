using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.References;

/// <summary>References in all files, and highlights in one.</summary>
sealed class ReferencesFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce("referencesProvider");
        features
            .Document<ReferenceParams, IReadOnlyList<Location>>("textDocument/references")
            .In<GuidelineContent>(References);
        features.Announce("documentHighlightProvider");
        features
            .Document<TextDocumentPositionParams, IReadOnlyList<DocumentHighlight>>("textDocument/documentHighlight")
            .In<GuidelineContent>(
                (context, wish, _) =>
                    [
                        .. GuidelineHighlights
                            .At(context.Analysis(), context.OffsetOf(wish.Position))
                            .Select(highlight => new DocumentHighlight(
                                context.RangeOf(highlight.Span),
                                highlight.IsDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read
                            )),
                    ]
            );
    }

    static IReadOnlyList<Location>? References(
        DocumentContext<GuidelineContent> context,
        ReferenceParams wish,
        CancellationToken cancellation
    )
    {
        var symbols = SymbolSearch
            .At(context.Analysis(), context.OffsetOf(wish.Position))
            .Select(occurrence => occurrence.Symbol);
        var converter = new SpanConverter(context.Snapshot);
        return
        [
            .. SymbolSearch
                .OccurrencesOf(context.Snapshot, symbols, cancellation)
                .Where(occurrence => wish.Context.IncludeDeclaration || !occurrence.IsDeclaration)
                .Select(occurrence => converter.LocationOf(occurrence.Span)),
        ];
    }
}
