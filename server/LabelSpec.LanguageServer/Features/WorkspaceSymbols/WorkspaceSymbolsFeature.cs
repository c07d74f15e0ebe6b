using LabelSpec.LanguageServer.Features.DocumentSymbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.WorkspaceSymbols;

/// <summary>Finds declarations in all guidelines by a part of their name.</summary>
sealed class WorkspaceSymbolsFeature : IFeature
{
    const int MostSymbols = 2000;

    public void Register(FeatureRegistry features)
    {
        features.Announce("workspaceSymbolProvider");
        features.Workspace<WorkspaceSymbolParams, IReadOnlyList<WorkspaceSymbol>>(
            "workspace/symbol",
            (snapshot, wish, cancellation) =>
                Task.FromResult<IReadOnlyList<WorkspaceSymbol>?>([
                    .. Search(snapshot, wish.Query, cancellation).Take(MostSymbols),
                ])
        );
    }

    static IEnumerable<WorkspaceSymbol> Search(WorkspaceSnapshot snapshot, string query, CancellationToken cancellation)
    {
        var guidelines = snapshot.Guidelines();
        foreach (var path in guidelines.Paths)
        {
            cancellation.ThrowIfCancellationRequested();
            if (guidelines.TreeOf(path) is not { } tree || snapshot.FindAt(path) is not { } document)
                continue;
            foreach (var (item, container) in Flatten(GuidelineOutline.Of(tree), null))
                if (SymbolQuery.Matches(item.Name, query))
                    yield return new WorkspaceSymbol(
                        item.Name,
                        item.Kind,
                        new Location(
                            snapshot.UriOf(path),
                            document.Text.RangeOf(item.NameSpan.Start, item.NameSpan.End)
                        ),
                        container,
                        item.IsDeprecated ? [1] : null
                    );
        }
    }

    static IEnumerable<(OutlineItem Item, string? Container)> Flatten(
        IEnumerable<OutlineItem> items,
        string? container
    ) => items.SelectMany(item => Flatten(item.Children, item.Name).Prepend((item, container)));
}
