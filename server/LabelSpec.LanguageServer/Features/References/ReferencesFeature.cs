using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.LanguageServer.Workspace.Projects;

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
                (context, wish, token) =>
                    ReferencesAsync(
                        features.Services,
                        context,
                        wish,
                        GuidelineReferences.At(
                            context.Snapshot,
                            context.Analysis(),
                            context.OffsetOf(wish.Position),
                            wish.Context.IncludeDeclaration,
                            token
                        ),
                        token
                    )
            )
            .In<ProjectContent>(
                (context, wish, token) =>
                    ProjectRules.At(context.Snapshot, context.Content, context.OffsetOf(wish.Position)) is { } named
                        ?
                        [
                            .. GuidelineReferences
                                .Of(context.Snapshot, named.Rules, wish.Context.IncludeDeclaration, token)
                                .Select(place => LocationOf(context.Snapshot, place)),
                        ]
                        : null
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
            )
            .In<ProjectContent>(
                (context, wish, _) =>
                    ProjectRules.At(context.Snapshot, context.Content, context.OffsetOf(wish.Position)) is { } named
                        ?
                        [
                            .. ProjectRules
                                .In(context.Content.Project)
                                .Where(other => other.Name == named.Name)
                                .Select(other => new DocumentHighlight(
                                    context.RangeOf(other.Span),
                                    DocumentHighlightKind.Read
                                )),
                        ]
                        : null
            );
    }

    static Location LocationOf(WorkspaceSnapshot snapshot, (string Path, TextSpan Span) place) =>
        new(
            snapshot.UriOf(place.Path),
            snapshot.FindAt(place.Path)?.Text.RangeOf(place.Span.Start, place.Span.End) ?? default
        );

    /// <summary>In guidelines and project files, then in the data that they judge; page by page where the client takes pages.</summary>
    static async Task<IReadOnlyList<Location>?> ReferencesAsync(
        ServerServices services,
        DocumentContext<GuidelineContent> context,
        ReferenceParams wish,
        IEnumerable<(string Path, TextSpan Span)> places,
        CancellationToken cancellation
    )
    {
        var symbols = SymbolSearch
            .At(context.Analysis(), context.OffsetOf(wish.Position))
            .Select(occurrence => occurrence.Symbol)
            .ToList();
        var written = places.Select(place => LocationOf(context.Snapshot, place));
        var words = symbols
            .SelectMany(symbol => DataWord.Of(context.Analysis().Compilation.Guideline, symbol))
            .ToList();
        var inData =
            words.Count == 0
                ? []
                : services.Data.PlacesOf(context.Snapshot, context.Document.Path, words, cancellation).Take(MostInData);
        if (wish.PartialResultToken is not { } token)
            return [.. written, .. inData];
        foreach (var page in written.Concat(inData).Chunk(PageSize))
            await services.Client.NotifyAsync("$/progress", new LocationsProgress(token, page)).ConfigureAwait(false);
        return [];
    }
}
