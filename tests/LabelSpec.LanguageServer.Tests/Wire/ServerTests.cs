using System.Text.Json;
using LabelSpec.Engine.Checks;
using LabelSpec.Grammar;
using LabelSpec.Semantics;
using LabelSpec.TestSupport;

namespace LabelSpec.LanguageServer.Tests.Wire;

/// <summary>The whole server under what editors do to it.</summary>
public sealed class ServerTests
{
    const string Uri = "file:///project/a.labelspec";
    const string Pulling =
        """{"textDocument":{"diagnostic":{}},"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}}""";

    [Fact]
    public async Task Ten_thousand_rapid_edits_leave_the_right_text()
    {
        await using var client = await StartAsync();
        await OpenAsync(client, Uri, "class car\n");
        for (var i = 0; i < 10_000; i++)
            await EditAsync(client, Uri, i + 2, 1, 0, 1, i % 2 == 0 ? 0 : 1, i % 2 == 0 ? "x" : "");

        var symbols = await client.RequestAsync("textDocument/documentSymbol", Document(Uri));
        var report = await PullAsync(client, Uri);

        Assert.Equal(
            "car",
            Assert.Single(symbols.GetProperty("result").EnumerateArray()).GetProperty("name").GetString()
        );
        Assert.Equal(Fresh("class car\n"), Codes(report));
    }

    [Fact]
    public async Task After_any_edits_diagnostics_are_those_of_a_fresh_check()
    {
        await using var client = await StartAsync();
        await OpenAsync(client, Uri, "");
        var version = 1;
        var text = "";
        string[] pieces =
        [
            "class a ",
            "{",
            "}",
            "rule r ",
            "for a: b ",
            "require a.width > 1px\n",
            "attribute s: on | off ",
            "\n",
            "\"",
            "extends ",
            "let x = 3\n",
            "ü😀",
            "/// d\n",
        ];
        var random = new Random(20261124);
        for (var edit = 0; edit < 80; edit++)
        {
            var (from, length) = (random.Next(text.Length + 1), random.Next(4));
            length = Math.Min(length, text.Length - from);
            var inserted = pieces[random.Next(pieces.Length)] + pieces[random.Next(pieces.Length)];
            var start = PositionOf(text, from);
            var end = PositionOf(text, from + length);
            if (SplitsPair(text, from) || SplitsPair(text, from + length))
                continue;
            await EditAsync(client, Uri, ++version, start.Line, start.Character, end.Line, end.Character, inserted);
            text = text[..from] + inserted + text[(from + length)..];

            Assert.Equal(Fresh(text), Codes(await PullAsync(client, Uri)));
        }
    }

    [Fact]
    public async Task Positions_count_utf_16_units()
    {
        await using var client = await StartAsync();
        await OpenAsync(client, Uri, "class a \"😀\" extends b\n");

        var item = (await PullAsync(client, Uri))
            .EnumerateArray()
            .Single(item => item.GetProperty("code").GetString() == "LS1002");

        Assert.Equal(21, item.GetProperty("range").GetProperty("start").GetProperty("character").GetInt32());
    }

    [Fact]
    public async Task Two_roots_are_both_understood_and_one_can_go()
    {
        using var one = new ScratchFolder();
        using var two = new ScratchFolder();
        one.Write("a.labelspec", "class a extends x\n");
        two.Write("b.labelspec", "class b extends y\n");
        await using var client = RawClient.OfServer();
        await client.RequestAsync(
            "initialize",
            $$$"""{"processId":null,"rootUri":null,"capabilities":{{{Pulling}}},"workspaceFolders":[{{{Folder(one)}}},{{{Folder(two)}}}]}"""
        );
        await client.NotifyAsync("initialized");

        var before = await client.RequestAsync("workspace/diagnostic", """{"previousResultIds":[]}""");
        await client.NotifyAsync(
            "workspace/didChangeWorkspaceFolders",
            $$$"""{"event":{"added":[],"removed":[{{{Folder(two)}}}]}}"""
        );
        var after = await client.RequestAsync("workspace/diagnostic", """{"previousResultIds":[]}""");

        Assert.Equal(2, before.GetProperty("result").GetProperty("items").GetArrayLength());
        Assert.Single(after.GetProperty("result").GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task What_changes_on_disk_is_seen_when_the_client_says_so()
    {
        using var folder = new ScratchFolder();
        var part = folder.Write("part.labelspec", "class other\n");
        var main = new Uri(folder.PathOf("main.labelspec")).AbsoluteUri;
        await using var client = await StartAsync(folder);
        await OpenAsync(client, main, "import \"part.labelspec\"\nclass car extends vehicle\n");
        var before = Codes(await PullAsync(client, main));

        File.WriteAllText(part, "class vehicle\n");
        await client.NotifyAsync(
            "workspace/didChangeWatchedFiles",
            $$$"""{"changes":[{"uri":{{{JsonSerializer.Serialize(new Uri(part).AbsoluteUri)}}},"type":2}]}"""
        );
        var after = Codes(await PullAsync(client, main));

        Assert.Contains("LS1002", before);
        Assert.DoesNotContain("LS1002", after);
    }

    [Theory]
    [InlineData("class other\n")]
    [InlineData(null)]
    public async Task What_changed_on_disk_before_the_client_watched_is_seen_once_it_does(string? before)
    {
        using var folder = new ScratchFolder();
        folder.Write("main.labelspec", "import \"part.labelspec\"\nclass car extends vehicle\n");
        if (before is not null)
            folder.Write("part.labelspec", before);
        await using var client = await StartAsync(folder);
        var watch = await client.NextAsync("client/registerCapability");
        var first = await client.RequestAsync("workspace/diagnostic", """{"previousResultIds":[]}""");

        folder.Write("part.labelspec", "class vehicle\nclass vehicle\n");
        await client.SendAsync($$"""{"jsonrpc":"2.0","id":{{watch.GetProperty("id").GetRawText()}},"result":null}""");

        Assert.Contains("main.labelspec", first.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("LS1003", first.GetRawText(), StringComparison.Ordinal);
        await client.PullUntilAsync(report =>
            !report.Contains("LS1002", StringComparison.Ordinal)
            && report.Contains("part.labelspec", StringComparison.Ordinal)
            && report.Contains("LS1003", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_request_without_sense_fails_alone()
    {
        await using var client = await StartAsync();
        await OpenAsync(client, Uri, "class car\n");

        var bad = await client.RequestAsync("textDocument/hover", """{"textDocument":7}""");
        var unknown = await client.RequestAsync("textDocument/nonsense");
        var good = await client.RequestAsync(
            "textDocument/hover",
            $$$"""{"textDocument":{"uri":"{{{Uri}}}"},"position":{"line":0,"character":7}}"""
        );
        var elsewhere = await client.RequestAsync(
            "textDocument/hover",
            """{"textDocument":{"uri":"file:///none.labelspec"},"position":{"line":0,"character":7}}"""
        );

        Assert.Equal(-32602, bad.GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal(-32601, unknown.GetProperty("error").GetProperty("code").GetInt32());
        Assert.Contains("class car", good.GetProperty("result").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, elsewhere.GetProperty("result").ValueKind);
    }

    [Fact]
    public async Task Tests_that_fail_are_reported_a_moment_after_the_last_keystroke()
    {
        await using var client = RawClient.OfServer();
        await client.RequestAsync("initialize", """{"processId":null,"rootUri":null,"capabilities":{}}""");
        await client.NotifyAsync("initialized");
        await OpenAsync(
            client,
            Uri,
            "class car { shape box }\nrule wide { for a: car require a.width > 5px }\ntest \"t\" {\n  image 9 x 9\n  a: car box 1 1 2 2\n  expect nothing\n}\n"
        );

        while (true)
        {
            var published = await client.NextAsync("textDocument/publishDiagnostics");
            var failed = published
                .GetProperty("params")
                .GetProperty("diagnostics")
                .EnumerateArray()
                .Where(item => item.GetProperty("code").GetString() == "test")
                .ToList();
            if (failed.Count == 0)
                continue;
            Assert.Equal(5, failed[0].GetProperty("range").GetProperty("start").GetProperty("line").GetInt32());
            return;
        }
    }

    static bool SplitsPair(string text, int offset) =>
        offset > 0 && offset < text.Length && char.IsLowSurrogate(text[offset]);

    static (int Line, int Character) PositionOf(string text, int offset)
    {
        var line = text.AsSpan(0, offset).Count('\n');
        return (line, offset - (offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1));
    }

    static List<string> Fresh(string text) =>
        [
            .. Compilation
                .Create(
                    "/project/a.labelspec",
                    SyntaxTree.Parse(text),
                    null,
                    new CompilationOptions { KnownChecks = CheckCatalogue.Known }
                )
                .Diagnostics.Select(diagnostic => diagnostic.Code)
                .Order(),
        ];

    static List<string> Codes(JsonElement items) =>
        [
            .. items
                .EnumerateArray()
                .Select(item => item.GetProperty("code").GetString()!)
                .Where(code => code != "test")
                .Order(),
        ];

    static async Task<JsonElement> PullAsync(RawClient client, string uri) =>
        (await client.RequestAsync("textDocument/diagnostic", Document(uri)))
            .GetProperty("result")
            .GetProperty("items");

    static string Document(string uri) => $$$"""{"textDocument":{"uri":{{{JsonSerializer.Serialize(uri)}}}}}""";

    static string Folder(ScratchFolder folder) =>
        $$"""{"uri":{{JsonSerializer.Serialize(new Uri(folder.Path).AbsoluteUri)}},"name":"x"}""";

    static async Task<RawClient> StartAsync(ScratchFolder? folder = null)
    {
        var client = RawClient.OfServer();
        var root = folder is null ? "null" : JsonSerializer.Serialize(new Uri(folder.Path).AbsoluteUri);
        await client.RequestAsync(
            "initialize",
            $$"""{"processId":null,"rootUri":{{root}},"capabilities":{{Pulling}}}"""
        );
        await client.NotifyAsync("initialized");
        return client;
    }

    static Task OpenAsync(RawClient client, string uri, string text) =>
        client.NotifyAsync(
            "textDocument/didOpen",
            $$$"""{"textDocument":{"uri":{{{JsonSerializer.Serialize(uri)}}},"languageId":"labelspec","version":1,"text":{{{JsonSerializer.Serialize(text)}}}}}"""
        );

    static Task EditAsync(
        RawClient client,
        string uri,
        int version,
        int line,
        int character,
        int endLine,
        int endCharacter,
        string text
    ) =>
        client.NotifyAsync(
            "textDocument/didChange",
            $$$"""{"textDocument":{"uri":"{{{uri}}}","version":{{{version}}}},"contentChanges":[{"range":{"start":{"line":{{{line}}},"character":{{{character}}}},"end":{"line":{{{endLine}}},"character":{{{endCharacter}}}}},"text":{{{JsonSerializer.Serialize(text)}}}}]}"""
        );
}
