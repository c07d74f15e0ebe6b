using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LabelSpec.LanguageServer.Tests.Wire;

/// <summary>
/// The first messages of real editors, as they send them: the capabilities of VS Code 1.96, Neovim 0.7 and eglot 1.9. Nothing that
/// the server asks back is answered, which must not keep it from working.
/// </summary>
public sealed class EditorTests
{
    [Theory]
    [InlineData("vscode", true, true)]
    [InlineData("neovim", false, false)]
    [InlineData("eglot", false, false)]
    public async Task A_session_of_an_editor(string editor, bool pulls, bool takesSnippets)
    {
        await using var client = RawClient.OfServer();

        var answer = await client.RequestAsync("initialize", Payload(editor));
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
        {
            var published = await client.NextAsync("textDocument/publishDiagnostics");
            Assert.Contains("LS1002", published.GetRawText(), StringComparison.Ordinal);
        }

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

    static string Payload(string editor, [CallerFilePath] string test = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(test)!, "fixtures", editor + ".json"));
}
