using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Session;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Tests.Wire;

/// <summary>A client that writes and reads raw bytes, so that tests see exactly what an editor sees.</summary>
public sealed class RawClient : IAsyncDisposable
{
    readonly Pipe _toServer = new();
    readonly Pipe _toClient = new();
    readonly Stream _reader;
    readonly IDisposable _owned;
    int _nextId;

    public RawClient(Action<LanguageServerSession>? register = null)
    {
        Session = new LanguageServerSession(_toServer.Reader.AsStream(), _toClient.Writer.AsStream());
        Session.OnLifecycle(
            _ =>
                (
                    WorkspaceSnapshot.Empty,
                    new InitializeResult(
                        JsonSerializer.SerializeToElement(new { hoverProvider = true }),
                        new ServerInfo("labelspec", "0")
                    )
                ),
            () => Task.CompletedTask
        );
        register?.Invoke(Session);
        _reader = _toClient.Reader.AsStream();
        _owned = Session;
        Ended = Session.RunAsync();
    }

    /// <summary>A client of the whole server.</summary>
    RawClient(bool _)
    {
        var server = new LabelSpecServer(_toServer.Reader.AsStream(), _toClient.Writer.AsStream());
        Server = server;
        Session = server.Session;
        _reader = _toClient.Reader.AsStream();
        _owned = server;
        Ended = server.RunAsync();
    }

    public static RawClient OfServer() => new(true);

    public LanguageServerSession Session { get; }

    /// <summary>The whole server; null where there is only a session.</summary>
    public LabelSpecServer? Server { get; }

    /// <summary>The exit code, once the session has ended.</summary>
    public Task<int> Ended { get; }

    public async Task SendBytesAsync(string text) => await _toServer.Writer.WriteAsync(Encoding.UTF8.GetBytes(text));

    public Task SendAsync(string json) =>
        SendBytesAsync($"Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    /// <summary>Sends a request and returns the answer to it, whatever else arrives before.</summary>
    public async Task<JsonElement> RequestAsync(string method, string? parameters = "{}")
    {
        var id = ++_nextId;
        await SendAsync(
            $$"""{"jsonrpc":"2.0","id":{{id}},"method":"{{method}}"{{(parameters is null ? "" : $",\"params\":{parameters}")}}}"""
        );
        return await AnswerAsync(id);
    }

    /// <summary>The next answer, to whatever was asked.</summary>
    public async Task<JsonElement> ReadAnswerAsync()
    {
        while (true)
            if (await ReadAsync() is var message && !message.TryGetProperty("method", out _))
                return message;
    }

    public async Task<JsonElement> AnswerAsync(int id)
    {
        while (true)
        {
            var message = await ReadAsync();
            if (
                message.TryGetProperty("id", out var found)
                && found.ValueKind == JsonValueKind.Number
                && found.GetInt32() == id
                && !message.TryGetProperty("method", out _)
            )
                return message;
        }
    }

    public Task NotifyAsync(string method, string parameters = "{}") =>
        SendAsync($$"""{"jsonrpc":"2.0","method":"{{method}}","params":{{parameters}}}""");

    public async Task InitializeAsync()
    {
        await RequestAsync("initialize", """{"processId":null,"rootUri":null,"capabilities":{}}""");
        await NotifyAsync("initialized");
    }

    /// <summary>Asks for the diagnostics of the workspace until they are as expected, which is a matter of moments.</summary>
    public async Task PullUntilAsync(Func<string, bool> expected)
    {
        var patience = DateTime.UtcNow.AddSeconds(20);
        while (true)
        {
            var report = (await RequestAsync("workspace/diagnostic", """{"previousResultIds":[]}""")).GetRawText();
            if (expected(report))
                return;
            if (DateTime.UtcNow > patience)
                throw new TimeoutException($"The diagnostics stayed {report}.");
            await Task.Delay(20);
        }
    }

    /// <summary>The next notification or request of the server with this method, whatever else arrives before.</summary>
    public async Task<JsonElement> NextAsync(string method)
    {
        while (true)
        {
            var message = await ReadAsync();
            if (message.TryGetProperty("method", out var found) && found.ValueEquals(method))
                return message;
        }
    }

    /// <summary>The next message of the server, of any kind.</summary>
    public async Task<JsonElement> ReadAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var header = new StringBuilder();
        var one = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await _reader.ReadAsync(one, patience.Token) == 0)
                throw new EndOfStreamException("The server closed the connection.");
            header.Append((char)one[0]);
        }

        var length = int.Parse(header.ToString().Split(':')[1].Trim());
        var body = new byte[length];
        await _reader.ReadExactlyAsync(body, patience.Token);
        return JsonDocument.Parse(body).RootElement;
    }

    public async Task HangUpAsync() => await _toServer.Writer.CompleteAsync();

    public async ValueTask DisposeAsync()
    {
        await HangUpAsync();
        await Ended;
        _owned.Dispose();
    }
}
