using System.Text;
using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Tests.Annotations;

namespace LabelSpec.LanguageServer.Tests.Wire;

/// <summary>
/// A client that counts characters in one of the encodings of the protocol, over a workspace in which every line begins with characters that
/// each encoding counts otherwise. Written anew here, so that it can disagree with the server: it counts by re-encoding the start of the line.
/// </summary>
sealed class CountingClient(string encoding) : IAsyncDisposable
{
    /// <summary>Two code points beyond the basic plane, a letter with a combining accent, one with its own.</summary>
    public const string Shift = "/* 😀𝒜é́ü */ ";

    readonly TestSupport.ScratchFolder _folder = new();
    readonly Dictionary<string, string> _texts = [];

    public RawClient Client { get; } = RawClient.OfServer();

    public async Task<string?> StartAsync(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            _folder.Write(name, text);
            _texts[Uri(name)] = text;
        }

        var answer = await Client.RequestAsync(
            "initialize",
            $$$"""{"processId":null,"rootUri":{{{DrivingSession.Quote(DrivingSession.UriOf(_folder.Path))}}},"capabilities":{"general":{"positionEncodings":["{{{encoding}}}","utf-16"]},"textDocument":{"diagnostic":{},"definition":{"linkSupport":true},"documentSymbol":{"hierarchicalDocumentSymbolSupport":true}},"workspace":{"workspaceEdit":{"documentChanges":true} } } }"""
        );
        await Client.NotifyAsync("initialized");
        return answer.GetProperty("result").GetProperty("capabilities").GetProperty("positionEncoding").GetString();
    }

    public string Uri(string name) => DrivingSession.UriOf(_folder.PathOf(name));

    public Task OpenAsync(string name) =>
        Client.NotifyAsync(
            "textDocument/didOpen",
            $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(Uri(name))}}},"languageId":{{{DrivingSession.Quote(name.EndsWith(".json", StringComparison.Ordinal) ? "json" : "labelspec")}}},"version":1,"text":{{{DrivingSession.Quote(_texts[Uri(name)])}}}}}"""
        );

    /// <summary>Makes changes one after the other, in one notification, each told by UTF-16 offsets in the text before it.</summary>
    public Task ChangeAsync(string name, params (int Start, int Length, string By)[] edits)
    {
        var changes = new JsonArray();
        foreach (var (start, length, by) in edits)
        {
            var text = _texts[Uri(name)];
            changes.Add(
                new JsonObject
                {
                    ["range"] = new JsonObject
                    {
                        ["start"] = Place(text, start),
                        ["end"] = Place(text, start + length),
                    },
                    ["text"] = by,
                }
            );
            _texts[Uri(name)] = text[..start] + by + text[(start + length)..];
        }

        return Client.NotifyAsync(
            "textDocument/didChange",
            $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(Uri(name))}}},"version":2},"contentChanges":{{{changes.ToJsonString()}}}}"""
        );
    }

    public string TextOf(string name) => _texts[Uri(name)];

    /// <summary>A position at an offset, as this client counts.</summary>
    public JsonObject Place(string text, int offset)
    {
        var start = offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
        return new JsonObject
        {
            ["line"] = text.AsSpan(0, offset).Count('\n'),
            ["character"] = Count(text[start..offset]),
        };
    }

    /// <summary>Asks, and gives every position of the answer in UTF-16 and with the text that it is in.</summary>
    /// <param name="parameters">Written in UTF-16, with the document of positions beside them.</param>
    public async Task<string> AskAsync(string method, string parameters, string about)
    {
        var wish = JsonNode.Parse(parameters)!;
        Convert(wish, Uri(about), toWire: true);
        var answer = await Client.RequestAsync(method, wish.ToJsonString());
        Assert.False(answer.TryGetProperty("error", out var error), error.ToString());
        var result = JsonNode.Parse(answer.GetProperty("result").GetRawText());
        Convert(result, Uri(about), toWire: false);
        // Files come in no promised order, and the folder is another one each time.
        if ((result as JsonObject)?["items"] is JsonArray items && items.FirstOrDefault()?["uri"] is not null)
            result["items"] = new JsonArray([
                .. items.Select(item => item!.DeepClone()).OrderBy(item => item["uri"]!.GetValue<string>()),
            ]);
        return result?.ToJsonString().Replace(_folder.Path, "/project", StringComparison.Ordinal) ?? "null";
    }

    /// <summary>Converts positions, each in the document that is named around it.</summary>
    void Convert(JsonNode? node, string document, bool toWire)
    {
        if (node is JsonArray list)
            foreach (var item in list)
                Convert(item, document, toWire);
        if (node is not JsonObject part)
            return;
        var outside = document;
        foreach (var key in (string[])["uri", "targetUri"])
            document =
                part[key]?.GetValue<string>() is { } named && !named.EndsWith(".png", StringComparison.Ordinal)
                    ? named
                    : document;
        document = (part["textDocument"] as JsonObject)?["uri"]?.GetValue<string>() ?? document;
        document = (part["from"] as JsonObject)?["uri"]?.GetValue<string>() ?? document;
        foreach (
            var (line, character) in ((string, string)[])
                [("line", "character"), ("startLine", "startCharacter"), ("endLine", "endCharacter")]
        )
            if (part[line] is { } row && part[character] is { } column)
                part[character] = Converted(LineOf(document, row.GetValue<int>()), column.GetValue<int>(), toWire);
        foreach (var (name, value) in part.ToList())
            Convert(
                value,
                name is "originSelectionRange" || (name == "fromRanges" && part["to"] is not null) ? outside : document,
                toWire
            );
    }

    string LineOf(string document, int line) => _texts[document].Split('\n')[line];

    int Converted(string line, int character, bool toWire) =>
        toWire ? Count(line[..character]) : OffsetOn(line, character);

    /// <summary>The UTF-16 offset on a line that this client counts as a number of characters.</summary>
    public int OffsetOn(string line, int character) =>
        Enumerable.Range(0, line.Length + 1).First(at => Count(line[..at]) >= character);

    int Count(string start) =>
        encoding switch
        {
            "utf-8" => Encoding.UTF8.GetByteCount(start),
            "utf-32" => Encoding.UTF32.GetByteCount(start) / 4,
            _ => start.Length,
        };

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        _folder.Dispose();
    }
}
