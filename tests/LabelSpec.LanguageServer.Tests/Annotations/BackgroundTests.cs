using System.Text.Json;
using System.Threading.Channels;
using LabelSpec.LanguageServer.Tests.Wire;
using LabelSpec.TestSupport;

namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>
/// A data set beyond what editors hand out is judged in the background. The work is held up in its middle for as long as the test wants, so
/// that no clock decides whether typing waited for it.
/// </summary>
public sealed class BackgroundTests : IAsyncDisposable
{
    /// <summary>More than the 50 MB above which VS Code hands a file to nobody.</summary>
    const int Large = 51 << 20;

    const string Small =
        """{"images": [{"id": 1, "file_name": "a.png", "width": 9, "height": 9}], "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 5, 5], "area": 25, "iscrowd": 0}], "categories": [{"id": 1, "name": "car"}]}""";

    const string Guideline = "class car { shape box }\nrule wide: error { for a: car require a.width > 6px }\n";

    readonly ScratchFolder _folder = new();
    readonly RawClient _client = RawClient.OfServer();
    readonly ManualResetEventSlim _gate = new();
    readonly Channel<bool> _held = Channel.CreateUnbounded<bool>();
    readonly List<string> _progress = [];
    int _version = 1;

    public BackgroundTests() =>
        _client.Server!.Features.Services.Working = (share, unwanted) =>
        {
            if (share < 0.5 || _gate.IsSet)
                return;
            _held.Writer.TryWrite(true);
            _gate.Wait(unwanted);
        };

    [Fact]
    public async Task Typing_does_not_wait_for_a_large_file_that_is_judged()
    {
        await StartAsync();
        await OpenAsync("small.json", Small);
        await IsHeldAsync();

        // Each edit is answered while the work stands still.
        foreach (var (typed, isWide) in new[] { ("7", true), ("4", false), ("8", true), ("3", false) })
        {
            await TypeWidthAsync(typed);
            Assert.Equal(!isWide, (await PushedAsync("small.json")).Contains("wide"));
        }
        Assert.Equal(["begin cancellable", "report"], _progress);

        _gate.Set();
        while (!_progress.Contains("end"))
            await ReadAsync();
        Assert.Equal("begin cancellable", _progress[0]);
        Assert.Equal("end", _progress[^1]);
        Assert.All(_progress[1..^1], kind => Assert.Equal("report", kind));
        Assert.Contains("LS3003", await PushedAsync("large.json"));
    }

    [Fact]
    public async Task What_somebody_cancels_is_left_until_something_of_it_changes()
    {
        await StartAsync();
        await OpenAsync("small.json", Small);
        await IsHeldAsync();
        var token = await TokenAsync();

        await _client.NotifyAsync("window/workDoneProgress/cancel", $$"""{"token":"{{token}}"}""");
        while (!_progress.Contains("end"))
            await ReadAsync();
        _gate.Set();
        // Of a round that looks at both data sets, the first one is left alone.
        _progress.Clear();
        await _client.NotifyAsync(
            "textDocument/didClose",
            $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(Uri("small.json"))}}}}}"""
        );
        while (!(await PushedAsync("small.json")).Contains("LS4014"))
            continue;
        Assert.Single(_progress, kind => kind == "begin cancellable");

        await OpenAsync("guideline.labelspec", Guideline);
        await ChangeAllAsync("guideline.labelspec", Guideline.Replace("6px", "4px", StringComparison.Ordinal));
        Assert.Contains("LS3003", await PushedAsync("large.json"));
    }

    [Fact]
    public async Task A_guideline_that_changes_ends_the_work_that_it_makes_out_of_date()
    {
        await StartAsync();
        await OpenAsync("guideline.labelspec", Guideline);
        await IsHeldAsync();
        Assert.Equal(["begin cancellable", "report"], await ProgressAsync(2));

        await ChangeAllAsync("guideline.labelspec", Guideline.Replace("6px", "4px", StringComparison.Ordinal));
        while (!_progress.Contains("end"))
            await ReadAsync();
        _gate.Set();

        // The first findings that are told are those of the new guideline: the box is five pixels wide.
        var codes = await PushedAsync("large.json");
        Assert.Contains("LS3003", codes);
        Assert.DoesNotContain("wide", codes);
    }

    async Task StartAsync()
    {
        _folder.Write("guideline.labelspec", Guideline);
        _folder.Write(
            "labelspec.yaml",
            "spec: guideline.labelspec\ndatasets:\n  - path: large.json\n  - path: small.json\n    spec: other.labelspec\n"
        );
        _folder.Write("other.labelspec", Guideline);
        _folder.Write("small.json", Small);
        // An annotation of no image, and white space that nobody would open.
        _folder.Write(
            "large.json",
            Small.Replace(
                "\"annotations\": [",
                "\"annotations\": [" + Dangling + new string(' ', Large),
                StringComparison.Ordinal
            )
        );
        await _client.RequestAsync(
            "initialize",
            $$$"""{"processId":null,"rootUri":{{{DrivingSession.Quote(DrivingSession.UriOf(_folder.Path))}}},"capabilities":{"window":{"workDoneProgress":true} } }"""
        );
        await _client.NotifyAsync("initialized");
    }

    const string Dangling =
        """{"id": 2, "image_id": 7, "category_id": 1, "bbox": [1, 1, 5, 5], "area": 25, "iscrowd": 0}, """;

    async Task IsHeldAsync()
    {
        // The client is asked for leave to show progress before the work begins.
        while (!_held.Reader.TryRead(out _))
            if (_progress.Count < 2)
                await ReadAsync();
            else
                await Task.Yield();
    }

    async Task<List<string>> ProgressAsync(int count)
    {
        while (_progress.Count < count)
            await ReadAsync();
        return _progress;
    }

    string? _token;

    async Task<string> TokenAsync()
    {
        while (_token is null)
            await ReadAsync();
        return _token;
    }

    /// <summary>The next message; says yes to progress, and remembers what is told of it.</summary>
    async Task<JsonElement> ReadAsync()
    {
        var message = await _client.ReadAsync();
        if (!message.TryGetProperty("method", out var method))
            return message;
        if (method.ValueEquals("window/workDoneProgress/create"))
            await _client.SendAsync(
                $$"""{"jsonrpc":"2.0","id":{{message.GetProperty("id").GetRawText()}},"result":null}"""
            );
        if (method.ValueEquals("$/progress"))
        {
            _token ??= message.GetProperty("params").GetProperty("token").GetString();
            var value = message.GetProperty("params").GetProperty("value");
            var cancellable =
                value.TryGetProperty("cancellable", out var can) && can.GetBoolean() ? " cancellable" : "";
            _progress.Add(value.GetProperty("kind").GetString() + cancellable);
        }

        return message;
    }

    /// <summary>The codes of the next diagnostics of a file.</summary>
    async Task<List<string?>> PushedAsync(string file)
    {
        while (true)
        {
            var message = await ReadAsync();
            if (
                message.TryGetProperty("method", out var method)
                && method.ValueEquals("textDocument/publishDiagnostics")
                && message.GetProperty("params") is var pushed
                && pushed.GetProperty("uri").GetString() == Uri(file)
                && (
                    !pushed.TryGetProperty("version", out var version)
                    || version.GetInt32() == _version
                    || file != "small.json"
                )
            )
                return
                [
                    .. pushed
                        .GetProperty("diagnostics")
                        .EnumerateArray()
                        .Select(item => item.GetProperty("code").GetString()),
                ];
        }
    }

    Task OpenAsync(string file, string text) =>
        _client.NotifyAsync(
            "textDocument/didOpen",
            $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(Uri(file))}}},"languageId":"any","version":1,"text":{{{DrivingSession.Quote(text)}}}}}"""
        );

    Task ChangeAllAsync(string file, string text) =>
        _client.NotifyAsync(
            "textDocument/didChange",
            $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(Uri(file))}}},"version":2},"contentChanges":[{"text":{{{DrivingSession.Quote(text)}}}}]}"""
        );

    /// <summary>Types a digit over the width of the box.</summary>
    Task TypeWidthAsync(string digit)
    {
        var at = Small.IndexOf("5, 5]", StringComparison.Ordinal);
        return _client.NotifyAsync(
            "textDocument/didChange",
            $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(Uri("small.json"))}}},"version":{{{++_version}}}},"contentChanges":[{"range":{"start":{"line":0,"character":{{{at}}}},"end":{"line":0,"character":{{{at
                + 1}}}}},"text":"{{{digit}}}"}]}"""
        );
    }

    string Uri(string file) => DrivingSession.UriOf(_folder.PathOf(file));

    public async ValueTask DisposeAsync()
    {
        _gate.Set();
        await _client.DisposeAsync();
        _folder.Dispose();
        _gate.Dispose();
    }
}
