using System.Text.Json;
using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features;

/// <summary>Progress of work that nobody asked for, where the client can show it.</summary>
public sealed class WorkDone : IAsyncDisposable
{
    readonly ServerServices _services;
    readonly JsonElement? _token;
    int _percent;

    WorkDone(ServerServices services, JsonElement? token) => (_services, _token) = (services, token);

    public static async Task<WorkDone> BeginAsync(ServerServices services, ClientCapabilities client, string title)
    {
        if (!client.WorkDoneProgress)
            return new WorkDone(services, null);
        var token = Parse(JsonValue.Create($"labelspec-{Guid.NewGuid():N}"));
        await services
            .Client.RequestAsync<WorkDoneProgressCreateParams, JsonElement?>(
                "window/workDoneProgress/create",
                new WorkDoneProgressCreateParams(token),
                services.Ended
            )
            .ConfigureAwait(false);
        var work = new WorkDone(services, token);
        await work.SendAsync(
                new JsonObject
                {
                    ["kind"] = "begin",
                    ["title"] = title,
                    ["percentage"] = 0,
                }
            )
            .ConfigureAwait(false);
        return work;
    }

    /// <param name="share">From 0 to 1.</param>
    public void Report(double share)
    {
        var percent = (int)(100 * share);
        if (percent <= Volatile.Read(ref _percent) + 1)
            return;
        Volatile.Write(ref _percent, percent);
        _ = SendAsync(new JsonObject { ["kind"] = "report", ["percentage"] = percent });
    }

    /// <summary>Progress of the rest of the work, from a share on.</summary>
    public IProgress<double> From(double share) => new Rest(this, share);

    public async ValueTask DisposeAsync() => await SendAsync(new JsonObject { ["kind"] = "end" }).ConfigureAwait(false);

    Task SendAsync(JsonObject value) =>
        _token is { } token
            ? _services.Client.NotifyAsync("$/progress", new ProgressParams(token, Parse(value)))
            : Task.CompletedTask;

    static JsonElement Parse(JsonNode node) => JsonDocument.Parse(node.ToJsonString()).RootElement;

    sealed class Rest(WorkDone work, double from) : IProgress<double>
    {
        public void Report(double value) => work.Report(from + value * (1 - from));
    }
}
