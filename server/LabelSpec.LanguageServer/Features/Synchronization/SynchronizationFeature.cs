using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;

namespace LabelSpec.LanguageServer.Features.Synchronization;

/// <summary>Keeps the documents as the editor has them: open, change, save, close.</summary>
sealed class SynchronizationFeature : IFeature
{
    const int Incremental = 2;

    public void Register(FeatureRegistry features)
    {
        features.Announce("positionEncoding", client => JsonValue.Create(client.PositionEncoding.Name));
        features.Announce(
            "textDocumentSync",
            () =>
                new JsonObject
                {
                    ["openClose"] = true,
                    ["change"] = Incremental,
                    ["save"] = new JsonObject { ["includeText"] = false },
                }
        );
        features.Change<DidOpenTextDocumentParams>("textDocument/didOpen", Open);
        features.Change<DidChangeTextDocumentParams>("textDocument/didChange", Change);
        features.Change<DidSaveTextDocumentParams>("textDocument/didSave", (snapshot, _) => LookAgain(snapshot));
        features.Change<DidCloseTextDocumentParams>("textDocument/didClose", Close);
    }

    static WorkspaceSnapshot Open(WorkspaceSnapshot snapshot, DidOpenTextDocumentParams opened)
    {
        var item = opened.TextDocument;
        return Opened(LookAgain(snapshot), item.Uri, item.LanguageId, item.Version, new DocumentText(item.Text));
    }

    static WorkspaceSnapshot Opened(
        WorkspaceSnapshot snapshot,
        string uri,
        string languageId,
        int? version,
        DocumentText text
    )
    {
        var kind =
            snapshot.Kinds.FirstOrDefault(kind => kind.Claims(uri, languageId, text))
            ?? (
                text.Length > 0 && AnnotationTargets.Names(snapshot, DocumentUri.PathOf(uri))
                    ? snapshot.Kinds.FirstOrDefault(kind => kind is AnnotationKind)
                    : null
            );
        return (kind is AnnotationKind ? snapshot.WithFreshPictures() : snapshot).With(
            new OpenDocument(uri, languageId, version, text, kind, kind?.Open(uri, text))
        );
    }

    static WorkspaceSnapshot Change(WorkspaceSnapshot snapshot, DidChangeTextDocumentParams changed)
    {
        if (snapshot.Document(changed.TextDocument.Uri) is not { } document)
            return snapshot;
        var text = changed.ContentChanges.Aggregate(document.Text, (text, change) => text.With(change));
        // What was nobody's business when it was opened, such as an empty file or a damaged one, may become somebody's.
        if (document.Kind is null)
            return Opened(snapshot, document.Uri, document.LanguageId, changed.TextDocument.Version, text);
        return snapshot.With(
            document with
            {
                Version = changed.TextDocument.Version,
                Text = text,
                Content = document.Content is { } content
                    ? document.Kind.Change(content, document.Text, text, changed.ContentChanges)
                    : null,
            }
        );
    }

    static WorkspaceSnapshot Close(WorkspaceSnapshot snapshot, DidCloseTextDocumentParams closed) =>
        LookAgain(snapshot.Without(closed.TextDocument.Uri));

    /// <summary>Clients that watch files tell of changes; for the others these are the moments to look at the disk.</summary>
    static WorkspaceSnapshot LookAgain(WorkspaceSnapshot snapshot) =>
        snapshot.Client.WatchedFilesRegistration ? snapshot : snapshot with { Disk = snapshot.Disk.Refreshed() };
}
