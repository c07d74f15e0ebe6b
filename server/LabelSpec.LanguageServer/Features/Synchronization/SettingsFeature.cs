using System.Text.Json;
using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Features.Synchronization;

/// <summary>The client's section `labelspec`: sent along with a change, or asked for where the client can be asked.</summary>
sealed class SettingsFeature : IFeature
{
    const string Section = "labelspec";

    public void Register(FeatureRegistry features)
    {
        var services = features.Services;
        features.Change<DidChangeConfigurationParams>(
            "workspace/didChangeConfiguration",
            (snapshot, changed) =>
            {
                // Outside of the queue: asking the client from within would wait for what stands behind it in line.
                if (snapshot.Client.Configuration)
                    _ = AskAsync(services);
                return
                    changed.Settings.ValueKind == JsonValueKind.Object
                    && changed.Settings.TryGetProperty(Section, out var section)
                    ? snapshot with
                    {
                        Settings = section,
                    }
                    : snapshot;
            }
        );
        services.Ready += () => services.Current().Client.Configuration ? AskAsync(services) : Task.CompletedTask;
    }

    static async Task AskAsync(ServerServices services)
    {
        var answer = await services
            .Client.RequestAsync<ConfigurationParams, IReadOnlyList<JsonElement>>(
                "workspace/configuration",
                new ConfigurationParams([new ConfigurationItem(null, Section)]),
                services.Ended
            )
            .ConfigureAwait(false);
        if (answer is [{ ValueKind: JsonValueKind.Object } section])
            await services.Change(snapshot => snapshot with { Settings = section }).ConfigureAwait(false);
    }
}
