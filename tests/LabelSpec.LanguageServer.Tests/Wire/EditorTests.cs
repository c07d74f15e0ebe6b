using System.Runtime.CompilerServices;
using System.Text.Json;
using LabelSpec.LanguageServer.Tests.Support;
using LabelSpec.TestSupport;

namespace LabelSpec.LanguageServer.Tests.Wire;

/// <summary>
/// What real editors sent, recorded between them and the server while the tests in `tests/e2e` ran: VS Code (code-server 4.100.3),
/// Neovim 0.7.2 and eglot of Emacs 28.2, over a copy of the sample workspace. Paths are `/ROOT`, ids of processes are taken out; answers
/// to what the server asks are left out, and here nothing that it asks is answered, which must not keep it from working. It is recorded by
/// a script that the setting <c>labelspec.server.path</c>, or LABELSPEC_COMMAND, names: <c>tee FILE | labelspec "$@"</c>.
/// </summary>
public sealed class EditorTests
{
    [Theory]
    [InlineData("vscode", true, true)]
    [InlineData("neovim", false, false)]
    [InlineData("eglot", false, false)]
    public async Task The_first_messages_of_an_editor(string editor, bool pulls, bool takesSnippets)
    {
        using var folder = Workspace();
        await using var client = RawClient.OfServer();

        var answer = await client.RequestAsync(
            "initialize",
            Recording(editor, folder)[0].GetProperty("params").GetRawText()
        );
        await client.NotifyAsync("initialized");
        await client.NotifyAsync(
            "textDocument/didOpen",
            """{"textDocument":{"uri":"file:///nowhere/x/a.labelspec","languageId":"labelspec","version":0,"text":"class car extends vehicel\n"}}"""
        );

        var capabilities = answer.GetProperty("result").GetProperty("capabilities");
        Assert.Equal(pulls, capabilities.TryGetProperty("diagnosticProvider", out _));
        Assert.Equal("utf-16", capabilities.GetProperty("positionEncoding").GetString());
        if (pulls)
        {
            var report = await client.RequestAsync(
                "textDocument/diagnostic",
                """{"identifier":"labelspec","textDocument":{"uri":"file:///nowhere/x/a.labelspec"}}"""
            );
            Assert.Contains("LS1002", report.GetRawText(), StringComparison.Ordinal);
        }
        else
            while (
                !(await client.NextAsync("textDocument/publishDiagnostics"))
                    .GetRawText()
                    .Contains("LS1002", StringComparison.Ordinal)
            )
                continue;

        var completion = await client.RequestAsync(
            "textDocument/completion",
            """{"textDocument":{"uri":"file:///nowhere/x/a.labelspec"},"position":{"line":1,"character":0},"context":{"triggerKind":1}}"""
        );
        var rule = completion
            .GetProperty("result")
            .GetProperty("items")
            .EnumerateArray()
            .Single(item => item.GetProperty("label").GetString() == "rule");
        Assert.Equal(takesSnippets, rule.TryGetProperty("insertTextFormat", out _));
        Assert.Equal(
            takesSnippets,
            rule.GetProperty("textEdit").GetProperty("newText").GetString()!.Contains("${", StringComparison.Ordinal)
        );
        var shutdown = await client.RequestAsync("shutdown", null);
        Assert.Equal(JsonValueKind.Null, shutdown.GetProperty("result").ValueKind);
    }

    /// <summary>
    /// Faster than any editor: everything in one go. Each request has one answer, none of them an error of the server, and in the end
    /// the documents are what the edits made of them.
    /// </summary>
    [Theory]
    [InlineData("vscode", 100)]
    [InlineData("neovim", 10)]
    [InlineData("eglot", 5)]
    public async Task A_whole_session_of_an_editor(string editor, int atLeast)
    {
        using var folder = Workspace();
        var recording = Recording(editor, folder);
        Assert.True(recording.Count >= atLeast);
        await using var client = RawClient.OfServer();
        var answers = new Dictionary<string, JsonElement>();
        var asked = recording.Where(message => message.TryGetProperty("id", out _)).Select(IdOf).ToList();
        // What waits for news, as workspace diagnostics do, is answered when something changes, or is cancelled.
        var mayWait = recording.Where(message => Method(message) == "workspace/diagnostic").Select(IdOf).ToHashSet();
        await client.SendAsync(recording[0].GetRawText());
        answers[IdOf(recording[0])] = await client.ReadAnswerAsync();
        foreach (var id in recording.Where(message => Method(message) == "shutdown").Select(IdOf))
            asked.Remove(id);

        var reading = Task.Run(async () =>
        {
            while (asked.Exists(id => !mayWait.Contains(id) && !answers.ContainsKey(id)))
                if (await client.ReadAsync() is var message && !message.TryGetProperty("method", out _))
                    answers.Add(IdOf(message), message);
        });
        foreach (var message in recording.Skip(1).Where(message => Method(message) is not ("shutdown" or "exit")))
            await client.SendAsync(message.GetRawText());
        await reading.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.All(
            answers.Values,
            answer =>
                Assert.True(
                    !answer.TryGetProperty("error", out var error)
                        || error.GetProperty("code").GetInt32() is -32800 or -32801 or -32803,
                    answer.GetRawText()
                )
        );
        // A server that only ever saw the last texts says the same.
        var documents = Documents(recording);
        await using var fresh = RawClient.OfServer();
        await fresh.RequestAsync(
            "initialize",
            $$"""{"processId":null,"rootUri":{{JsonSerializer.Serialize(new Uri(folder.Path).AbsoluteUri)}},"capabilities":{"textDocument":{"diagnostic":{} } } }"""
        );
        await fresh.NotifyAsync("initialized");
        foreach (var (uri, (language, model)) in documents)
            await fresh.NotifyAsync(
                "textDocument/didOpen",
                $$$"""{"textDocument":{"uri":{{{JsonSerializer.Serialize(uri)}}},"languageId":"{{{language}}}","version":1,"text":{{{JsonSerializer.Serialize(model.Text)}}}}}"""
            );
        foreach (var uri in documents.Keys)
            Assert.Equal(Show(await PullAsync(fresh, uri)), Show(await PullAsync(client, uri)));
    }

    /// <summary>The documents that are open in the end, as the edits left them.</summary>
    static Dictionary<string, (string Language, EditorModel Model)> Documents(List<JsonElement> recording)
    {
        var documents = new Dictionary<string, (string Language, EditorModel Model)>();
        foreach (var message in recording)
            switch (Method(message))
            {
                case "textDocument/didOpen":
                    var opened = message.GetProperty("params").GetProperty("textDocument");
                    documents[UriOf(opened)] = (
                        opened.GetProperty("languageId").GetString()!,
                        new EditorModel(opened.GetProperty("text").GetString()!)
                    );
                    break;
                case "textDocument/didClose":
                    documents.Remove(UriOf(message.GetProperty("params").GetProperty("textDocument")));
                    break;
                case "textDocument/didChange":
                    var changed = message.GetProperty("params");
                    foreach (var change in changed.GetProperty("contentChanges").EnumerateArray())
                        documents[UriOf(changed.GetProperty("textDocument"))].Model.Apply(change);
                    break;
            }

        Assert.NotEmpty(documents);
        return documents;
    }

    static async Task<JsonElement> PullAsync(RawClient client, string uri) =>
        (
            await client.RequestAsync(
                "textDocument/diagnostic",
                $$$"""{"textDocument":{"uri":{{{JsonSerializer.Serialize(uri)}}}}}"""
            )
        ).GetProperty("result");

    // Tests of guidelines run a moment later, or not yet.
    static List<string> Show(JsonElement report) =>
        [
            .. report
                .GetProperty("items")
                .EnumerateArray()
                .Where(item => item.GetProperty("code").GetString() != "test")
                .Select(item =>
                    $"{item.GetProperty("code")} {item.GetProperty("range")} {item.GetProperty("message")}"
                ),
        ];

    static string? Method(JsonElement message) =>
        message.TryGetProperty("method", out var method) ? method.GetString() : null;

    static string IdOf(JsonElement message) => message.GetProperty("id").GetRawText();

    static string UriOf(JsonElement document) => document.GetProperty("uri").GetString()!;

    static ScratchFolder Workspace()
    {
        var folder = new ScratchFolder();
        folder.Copy(RepositoryFiles.Sample("urban_driving"), "");
        return folder;
    }

    static List<JsonElement> Recording(string editor, ScratchFolder folder, [CallerFilePath] string test = "") =>
        [
            .. File.ReadLines(Path.Combine(Path.GetDirectoryName(test)!, "fixtures", editor + ".jsonl"))
                .Select(line =>
                    JsonDocument
                        .Parse(line.Replace("/ROOT", folder.Path.Replace('\\', '/'), StringComparison.Ordinal))
                        .RootElement
                ),
        ];
}
