using System.Text.Json;
using LabelSpec.LanguageServer.Tests.Wire;
using LabelSpec.TestSupport;

namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>A client that has the sample workspace of urban driving open, as a copy that tests may change.</summary>
sealed class DrivingSession : IAsyncDisposable
{
    const string Pulling =
        """{"textDocument":{"diagnostic":{}},"workspace":{"diagnostics":{"refreshSupport":true},"workspaceEdit":{"documentChanges":true}}}""";

    readonly ScratchFolder _folder = new();

    DrivingSession() => _folder.Copy(RepositoryFiles.Sample("urban_driving"), "");

    public RawClient Client { get; } = RawClient.OfServer();

    public string Train => PathOf("data/train.json");

    public string Validation => PathOf("data/val.xml");

    /// <param name="prepare">Changes the workspace before the server sees it.</param>
    public static async Task<DrivingSession> StartAsync(
        string capabilities = Pulling,
        string? options = null,
        Action<DrivingSession>? prepare = null
    )
    {
        var session = new DrivingSession();
        prepare?.Invoke(session);
        await session.Client.RequestAsync(
            "initialize",
            $$"""{"processId":null,"rootUri":{{Quote(UriOf(session._folder.Path))}},"capabilities":{{capabilities}},"initializationOptions":{{options ?? "{}"}}}"""
        );
        await session.Client.NotifyAsync("initialized");
        return session;
    }

    public string PathOf(string relative) => _folder.PathOf(relative.Split('/'));

    public static string UriOf(string path) => new Uri(path).AbsoluteUri;

    public static string Quote(string text) => JsonSerializer.Serialize(text);

    public Task OpenAsync(string path, string? text = null) =>
        Client.NotifyAsync(
            "textDocument/didOpen",
            $$$"""{"textDocument":{"uri":{{{Quote(UriOf(path))}}},"languageId":"json","version":1,"text":{{{Quote(text ?? File.ReadAllText(path))}}}}}"""
        );

    /// <summary>Replaces the first occurrence of a text.</summary>
    public async Task<string> ReplaceAsync(string path, string text, string old, string by, int version)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        var (from, to) = (Place(text, at), Place(text, at + old.Length));
        await Client.NotifyAsync(
            "textDocument/didChange",
            $$$"""{"textDocument":{"uri":{{{Quote(UriOf(path))}}},"version":{{{version}}}},"contentChanges":[{"range":{"start":{{{from}}},"end":{{{to}}}},"text":{{{Quote(by)}}}}]}"""
        );
        return text[..at] + by + text[(at + old.Length)..];
    }

    /// <summary>Replaces the whole text.</summary>
    public Task ChangeAllAsync(string path, string text, int version) =>
        Client.NotifyAsync(
            "textDocument/didChange",
            $$$"""{"textDocument":{"uri":{{{Quote(UriOf(path))}}},"version":{{{version}}}},"contentChanges":[{"text":{{{Quote(text)}}}}]}"""
        );

    public async Task<List<JsonElement>> DiagnosticsAsync(string path)
    {
        var answer = await AskAsync(
            "textDocument/diagnostic",
            $$$"""{"textDocument":{"uri":{{{Quote(UriOf(path))}}}}}"""
        );
        return [.. answer.GetProperty("items").EnumerateArray()];
    }

    public Task<JsonElement> AskAtAsync(string method, string path, string before, string extra = "")
    {
        var text = File.ReadAllText(path);
        var position = Place(text, text.IndexOf(before, StringComparison.Ordinal) + before.Length);
        return AskAsync(
            method,
            $$$"""{"textDocument":{"uri":{{{Quote(UriOf(path))}}}},"position":{{{position}}}{{{extra}}}}"""
        );
    }

    public async Task<JsonElement> AskAsync(string method, string parameters)
    {
        var answer = await Client.RequestAsync(method, parameters);
        return answer.TryGetProperty("error", out var error)
            ? throw new InvalidOperationException(error.ToString())
            : answer.GetProperty("result");
    }

    public static string Place(string text, int at)
    {
        var line = text.AsSpan(0, at).Count('\n');
        return $$"""{"line":{{line}},"character":{{at - text.LastIndexOf('\n', Math.Max(0, at - 1)) - 1}}}""";
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        _folder.Dispose();
    }
}
