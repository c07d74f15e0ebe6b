using System.Text.Json;
using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Files;

namespace LabelSpec.LanguageServer.Features.Synchronization;

/// <summary>What happens on disk: asks the client to watch, and forgets what it says has changed.</summary>
sealed class WatchedFilesFeature : IFeature
{
    const string Method = "workspace/didChangeWatchedFiles";
    const int Deleted = 3;

    public void Register(FeatureRegistry features)
    {
        var services = features.Services;
        features.Change<DidChangeWatchedFilesParams>(
            Method,
            (snapshot, changed) =>
            {
                List<(string Path, bool Exists)> changes =
                [
                    .. changed.Changes.Select(change => (DocumentUri.PathOf(change.Uri), change.Type != Deleted)),
                ];
                services.RaiseFilesChanged(changes);
                var looked = snapshot with { Disk = snapshot.Disk.Changed(changes) };
                return changes.Exists(change => IsOfPictures(change.Path)) ? looked.WithFreshPictures() : looked;
            }
        );
        services.Ready += () => WatchAsync(services);
    }

    /// <summary>Pictures, and folders, which are renamed as wholes.</summary>
    static bool IsOfPictures(string path) => Path.GetExtension(path) is "" || PictureFile.Is(path);

    static async Task WatchAsync(ServerServices services)
    {
        if (!services.Current().Client.WatchedFilesRegistration)
            return;
        var options = new JsonObject
        {
            // Everything: data, pictures and guidelines decide together, and folders are renamed as wholes.
            ["watchers"] = new JsonArray(new JsonObject { ["globPattern"] = "**/*" }),
        };
        await services
            .Client.RequestAsync<RegistrationParams, JsonElement?>(
                "client/registerCapability",
                new RegistrationParams([
                    new Registration("labelspec-files", Method, JsonDocument.Parse(options.ToJsonString()).RootElement),
                ]),
                services.Ended
            )
            .ConfigureAwait(false);
        // What changed between the start and this moment was told by nobody.
        await services.Change(snapshot => snapshot with { Disk = snapshot.Disk.SearchedAgain() }).ConfigureAwait(false);
    }
}
