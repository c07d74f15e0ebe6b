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
        var text = new DocumentText(item.Text);
        var kind = snapshot.Kinds.FirstOrDefault(kind => kind.Claims(item.Uri, item.LanguageId, text));
        var looked = LookAgain(snapshot);
        return (kind is AnnotationKind ? looked.WithFreshPictures() : looked).With(
            new OpenDocument(item.Uri, item.LanguageId, item.Version, text, kind, kind?.Open(item.Uri, text))
        );
    }

    static WorkspaceSnapshot Change(WorkspaceSnapshot snapshot, DidChangeTextDocumentParams changed)
    {
        if (snapshot.Document(changed.TextDocument.Uri) is not { } document)
            return snapshot;
        var text = changed.ContentChanges.Aggregate(document.Text, (text, change) => text.With(change));
        return snapshot.With(
            document with
            {
                Version = changed.TextDocument.Version,
                Text = text,
                Content = document.Content is { } content
                    ? document.Kind!.Change(content, document.Text, text, changed.ContentChanges)
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
