using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.Synchronization;

/// <summary>Several workspace folders, which come and go.</summary>
sealed class WorkspaceFoldersFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce(
            "workspace.workspaceFolders",
            () => new JsonObject { ["supported"] = true, ["changeNotifications"] = true }
        );
        features.Change<DidChangeWorkspaceFoldersParams>("workspace/didChangeWorkspaceFolders", Change);
    }

    static WorkspaceSnapshot Change(WorkspaceSnapshot snapshot, DidChangeWorkspaceFoldersParams changed) =>
        snapshot with
        {
            Folders =
            [
                .. snapshot
                    .Folders.Except(changed.Event.Removed.Select(folder => DocumentUri.PathOf(folder.Uri)))
                    .Union(changed.Event.Added.Select(folder => DocumentUri.PathOf(folder.Uri))),
            ],
        };
}
