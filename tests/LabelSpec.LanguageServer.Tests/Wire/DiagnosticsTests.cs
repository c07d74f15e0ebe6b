using System.Text.Json;
using LabelSpec.TestSupport;

namespace LabelSpec.LanguageServer.Tests.Wire;

public sealed class DiagnosticsTests
{
    const string Pulling = """{"textDocument":{"diagnostic":{}},"workspace":{"diagnostics":{"refreshSupport":true}}}""";

    [Fact]
    public async Task Errors_appear_while_typing_and_vanish_when_they_are_repaired()
    {
        await using var client = await StartAsync("{}");

        await OpenAsync(client, "file:///a.labelspec", "class car extends vehicel");
        var first = await PublishedAsync(client);
        await ChangeAsync(client, "file:///a.labelspec", 2, 0, 9, 25, "");
        var second = await PublishedAsync(client);

        Assert.Equal("LS1002", Assert.Single(Errors(first.GetProperty("diagnostics"))).GetProperty("code").GetString());
        Assert.Empty(Errors(second.GetProperty("diagnostics")));
        Assert.Equal(1, first.GetProperty("version").GetInt32());
        Assert.Equal(2, second.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_client_that_pulls_is_not_pushed_and_learns_what_did_not_change()
    {
        await using var client = await StartAsync(Pulling);
        await OpenAsync(client, "file:///a.labelspec", "class car extends vehicel");

        var first = await client.RequestAsync(
            "textDocument/diagnostic",
            """{"textDocument":{"uri":"file:///a.labelspec"}}"""
        );
        var id = first.GetProperty("result").GetProperty("resultId").GetString();
        var second = await client.RequestAsync(
            "textDocument/diagnostic",
            $$$"""{"textDocument":{"uri":"file:///a.labelspec"},"previousResultId":"{{{id}}}"}"""
        );

        Assert.Equal("full", first.GetProperty("result").GetProperty("kind").GetString());
        Assert.Single(Errors(first.GetProperty("result").GetProperty("items")));
        Assert.Equal("unchanged", second.GetProperty("result").GetProperty("kind").GetString());
        Assert.False(second.GetProperty("result").TryGetProperty("items", out _));
    }

    [Fact]
    public async Task Files_that_are_not_open_are_reported_too()
    {
        using var folder = new ScratchFolder();
        folder.Write("broken.labelspec", "class car extends vehicel");
        await using var client = await StartAsync(Pulling, folder.Path);

        var answer = await client.RequestAsync("workspace/diagnostic", """{"previousResultIds":[]}""");

        var report = Assert.Single(answer.GetProperty("result").GetProperty("items").EnumerateArray());
        Assert.EndsWith("broken.labelspec", report.GetProperty("uri").GetString());
        Assert.Single(Errors(report.GetProperty("items")));
    }

    [Fact]
    public async Task An_import_is_understood_with_those_that_import_it()
    {
        using var folder = new ScratchFolder();
        folder.Write("main.labelspec", "import \"part.labelspec\"\nclass vehicle\n");
        folder.Write("part.labelspec", "class car extends vehicle\n");
        await using var client = await StartAsync(Pulling, folder.Path);
        await OpenAsync(client, new Uri(folder.PathOf("part.labelspec")).AbsoluteUri, "class car extends vehicle\n");

        var answer = await client.RequestAsync(
            "textDocument/diagnostic",
            $$$"""{"textDocument":{"uri":"{{{new Uri(folder.PathOf("part.labelspec")).AbsoluteUri}}}"}}"""
        );

        Assert.Empty(Errors(answer.GetProperty("result").GetProperty("items")));
    }

    static List<JsonElement> Errors(JsonElement diagnostics) =>
        [.. diagnostics.EnumerateArray().Where(item => item.GetProperty("severity").GetInt32() == 1)];

    static async Task<RawClient> StartAsync(string capabilities, string? folder = null)
    {
        var client = RawClient.OfServer();
        var root = folder is null ? "null" : JsonSerializer.Serialize(new Uri(folder).AbsoluteUri);
        await client.RequestAsync(
            "initialize",
            $$"""{"processId":null,"rootUri":{{root}},"capabilities":{{capabilities}}}"""
        );
        await client.NotifyAsync("initialized");
        return client;
    }

    static Task OpenAsync(RawClient client, string uri, string text) =>
        client.NotifyAsync(
            "textDocument/didOpen",
            $$$"""{"textDocument":{"uri":"{{{uri}}}","languageId":"labelspec","version":1,"text":{{{JsonSerializer.Serialize(text)}}}}}"""
        );

    static Task ChangeAsync(RawClient client, string uri, int version, int line, int from, int to, string text) =>
        client.NotifyAsync(
            "textDocument/didChange",
            $$$"""{"textDocument":{"uri":"{{{uri}}}","version":{{{version}}}},"contentChanges":[{"range":{"start":{"line":{{{line}}},"character":{{{from}}}},"end":{"line":{{{line}}},"character":{{{to}}}}},"text":{{{JsonSerializer.Serialize(text)}}}}]}"""
        );

    static async Task<JsonElement> PublishedAsync(RawClient client) =>
        (await client.NextAsync("textDocument/publishDiagnostics")).GetProperty("params");
}
