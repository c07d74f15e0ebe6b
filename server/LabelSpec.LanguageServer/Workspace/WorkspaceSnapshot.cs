using System.Collections.Immutable;

namespace LabelSpec.LanguageServer.Workspace;

/// <summary>Everything the client told us, at one moment. Immutable; a change makes the next one.</summary>
public sealed record WorkspaceSnapshot
{
    public static WorkspaceSnapshot Empty { get; } = new();

    public ImmutableDictionary<string, OpenDocument> Documents { get; init; } =
        ImmutableDictionary.Create<string, OpenDocument>(StringComparer.Ordinal);

    public ImmutableArray<string> Folders { get; init; } = [];

    public OpenDocument? Document(string uri) => Documents.GetValueOrDefault(uri);

    public WorkspaceSnapshot With(OpenDocument document) =>
        this with
        {
            Documents = Documents.SetItem(document.Uri, document),
        };

    public WorkspaceSnapshot Without(string uri) => this with { Documents = Documents.Remove(uri) };
}
