using LabelSpec.Grammar;
using LabelSpec.Grammar.Syntax;
using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Features.DocumentSymbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.WorkspaceSymbols;

/// <summary>Finds declarations in all guidelines, and images in annotation files, by a part of their name.</summary>
sealed class WorkspaceSymbolsFeature : IFeature
{
    const int MostSymbols = 2000;

    /// <summary>Data has images by the hundred thousand; who sees so many types another letter.</summary>
    const int MostImages = 200;

    /// <summary>What nearly every name has is not what somebody looks for.</summary>
    const int ShortestPart = 2;

    public void Register(FeatureRegistry features)
    {
        features.Announce("workspaceSymbolProvider");
        features.Workspace<WorkspaceSymbolParams, IReadOnlyList<WorkspaceSymbol>>(
            "workspace/symbol",
            (snapshot, wish, cancellation) =>
                Task.FromResult<IReadOnlyList<WorkspaceSymbol>?>([
                    .. Search(snapshot, wish.Query, cancellation).Take(MostSymbols),
                    .. Images(features.Services.Data, snapshot, wish.Query.Trim(), cancellation).Take(MostImages),
                ])
        );
    }

    internal static IEnumerable<WorkspaceSymbol> Search(
        WorkspaceSnapshot snapshot,
        string query,
        CancellationToken cancellation
    )
    {
        var guidelines = snapshot.Guidelines();
        foreach (var path in guidelines.Paths)
        {
            cancellation.ThrowIfCancellationRequested();
            if (guidelines.TreeOf(path) is not { } tree || snapshot.FindAt(path) is not { } document)
                continue;
            foreach (var (item, container) in Flatten(GuidelineOutline.Of(tree), NameOf(path, tree)))
                // What a file imports is declared, and found, elsewhere.
                if (item.Kind != SymbolKind.Module && SymbolQuery.Matches(item.Name, query))
                    yield return new WorkspaceSymbol(
                        item.Name,
                        item.Kind,
                        new Location(
                            snapshot.UriOf(path),
                            document.Text.RangeOf(item.NameSpan.Start, item.NameSpan.End)
                        ),
                        // The name of the guideline is in nothing.
                        item.Kind == SymbolKind.Package
                            ? null
                            : container,
                        item.IsDeprecated ? [1] : null
                    );
        }
    }

    /// <summary>The guideline's name; of a file without a header, which others import, that of the file.</summary>
    static string NameOf(string path, SyntaxTree tree) =>
        tree.Declarations.OfType<GuidelineDeclaration>().FirstOrDefault() is { Name.IsMissing: false } header
            ? header.Name.Value
            : Path.GetFileNameWithoutExtension(path);

    static IEnumerable<WorkspaceSymbol> Images(
        IBoundData data,
        WorkspaceSnapshot snapshot,
        string query,
        CancellationToken cancellation
    ) =>
        query.Length < ShortestPart
            ? []
            : data.ImagesNamed(snapshot, query, cancellation)
                .Select(image => new WorkspaceSymbol(
                    image.Name,
                    SymbolKind.File,
                    image.Location,
                    Path.GetFileName(DocumentUri.PathOf(image.Location.Uri))
                ));

    static IEnumerable<(OutlineItem Item, string Container)> Flatten(
        IEnumerable<OutlineItem> items,
        string container
    ) => items.SelectMany(item => Flatten(item.Children, item.Name).Prepend((item, container)));
}
