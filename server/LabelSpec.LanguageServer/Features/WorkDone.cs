using System.Text.Json;
using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features;

/// <summary>Progress of work that nobody asked for, shown and cancelled where the client can do that.</summary>
public sealed class WorkDone : IAsyncDisposable
{
    readonly ServerServices _services;
    readonly string? _token;
    readonly CancellationTokenSource _unwanted;
    int _percent;

    WorkDone(ServerServices services, string? token)
    {
        (_services, _token) = (services, token);
        _unwanted = CancellationTokenSource.CreateLinkedTokenSource(services.Ended);
    }

    /// <summary>Ends the work: somebody cancelled it, nobody needs it any more, or the session is over.</summary>
    public CancellationToken Unwanted => _unwanted.Token;

    /// <summary>Whether somebody cancelled it.</summary>
    public bool IsCancelled { get; private set; }

    public static async Task<WorkDone> BeginAsync(ServerServices services, ClientCapabilities client, string title)
    {
        if (!client.WorkDoneProgress)
            return new WorkDone(services, null);
        var token = $"labelspec-{Guid.NewGuid():N}";
        await services
            .Client.RequestAsync<WorkDoneProgressCreateParams, JsonElement?>(
                "window/workDoneProgress/create",
                new WorkDoneProgressCreateParams(Parse(JsonValue.Create(token))),
                services.Ended
            )
            .ConfigureAwait(false);
        var work = new WorkDone(services, token);
        services.Work.Add(token, work);
        await work.SendAsync(
                new JsonObject
                {
                    ["kind"] = "begin",
                    ["title"] = title,
                    ["percentage"] = 0,
                    ["cancellable"] = true,
                }
            )
            .ConfigureAwait(false);
        return work;
    }

    /// <summary>Somebody does not want the work to be done.</summary>
    public void Cancel()
    {
        IsCancelled = true;
        Abandon();
    }

    /// <summary>Nobody needs the work any more.</summary>
    public void Abandon() => _unwanted.Cancel();

    /// <param name="share">From 0 to 1.</param>
    public void Report(double share)
    {
        var percent = (int)(100 * share);
        if (percent > Volatile.Read(ref _percent) + 1)
        {
            Volatile.Write(ref _percent, percent);
            _ = SendAsync(new JsonObject { ["kind"] = "report", ["percentage"] = percent });
        }

        _services.Working?.Invoke(share, Unwanted);
    }

    /// <summary>Progress of the rest of the work, from a share on.</summary>
    public IProgress<double> From(double share) => new Rest(this, share);

    public async ValueTask DisposeAsync()
    {
        if (_token is not null)
            _services.Work.Remove(_token);
        await SendAsync(new JsonObject { ["kind"] = "end" }).ConfigureAwait(false);
    }

    Task SendAsync(JsonObject value) =>
        _token is { } token
            ? _services.Client.NotifyAsync(
                "$/progress",
                new ProgressParams(Parse(JsonValue.Create(token)), Parse(value))
            )
            : Task.CompletedTask;

    static JsonElement Parse(JsonNode node) => JsonDocument.Parse(node.ToJsonString()).RootElement;

    sealed class Rest(WorkDone work, double from) : IProgress<double>
    {
        public void Report(double value) => work.Report(from + value * (1 - from));
    }
}
