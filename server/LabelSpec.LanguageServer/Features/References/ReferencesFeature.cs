using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.References;

/// <summary>References in all guidelines and in the data that they judge, and highlights in one file.</summary>
sealed class ReferencesFeature : IFeature
{
    /// <summary>More places than this are no answer that anybody reads; counts of all are in the hover.</summary>
    const int MostInData = 10_000;

    const int PageSize = 500;

    public void Register(FeatureRegistry features)
    {
        features.Announce("referencesProvider");
        features
            .Document<ReferenceParams, IReadOnlyList<Location>>("textDocument/references")
            .InAsync<GuidelineContent>(
                (context, wish, token) => ReferencesAsync(features.Services, context, wish, token)
            );
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

    /// <summary>In guidelines, then in the data that they judge; page by page where the client takes pages.</summary>
    static async Task<IReadOnlyList<Location>?> ReferencesAsync(
        ServerServices services,
        DocumentContext<GuidelineContent> context,
        ReferenceParams wish,
        CancellationToken cancellation
    )
    {
        var symbols = SymbolSearch
            .At(context.Analysis(), context.OffsetOf(wish.Position))
            .Select(occurrence => occurrence.Symbol)
            .ToList();
        var converter = new SpanConverter(context.Snapshot);
        var inGuidelines = SymbolSearch
            .OccurrencesOf(context.Snapshot, symbols, cancellation)
            .Where(occurrence => wish.Context.IncludeDeclaration || !occurrence.IsDeclaration)
            .Select(occurrence => converter.LocationOf(occurrence.Span));
        var words = symbols
            .SelectMany(symbol => DataWord.Of(context.Analysis().Compilation.Guideline, symbol))
            .ToList();
        var inData =
            words.Count == 0
                ? []
                : services.Data.PlacesOf(context.Snapshot, context.Document.Path, words, cancellation).Take(MostInData);
        if (wish.PartialResultToken is not { } token)
            return [.. inGuidelines, .. inData];
        foreach (var page in inGuidelines.Concat(inData).Chunk(PageSize))
            await services.Client.NotifyAsync("$/progress", new LocationsProgress(token, page)).ConfigureAwait(false);
        return [];
    }
}
