using System.Text.Json;
using LabelSpec.LanguageServer.Tests.Annotations;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Encodings;

namespace LabelSpec.LanguageServer.Tests.Wire;

/// <summary>
/// Whatever the client counts, everything means the same: each request is made in UTF-16, in bytes and in code points, over texts whose
/// lines begin with characters that these count otherwise, and the answers are the same places.
/// </summary>
public sealed class PositionEncodingTests
{
    const string Guideline = "main.labelspec";
    const string Data = "data.json";

    /// <summary>Every line is shifted; what it says is behind the shift.</summary>
    static readonly string GuidelineText = string.Join(
        '\n',
        """
        guideline g version "1.0.0"
        abstract class thing { shape box | polygon attribute state: on | off }
        class car "a 😀 car" extends thing { color #e4572e example "a.png" box 1 1 1 1 "ü" include "😀" }
        class   van extends thing {
        }
        let tiny(a) = a.width < 10px
        rule small { for a: car require not tiny(a) message "𝒜 {a.width} is tiny" }
        rule wrong { for a: vna require a.width > 2px }
        test "t" { image 10 x 10 a: car box 1 1 2 2 { state = on } expect small at a }
        """.Split('\n').Select(line => CountingClient.Shift + line)
    );

    const string DataText = """
        { "images": [{ "id": 1, "file_name": "😀é.png", "width": 100, "height": 100 }], "categories": [{ "id": 1, "name": "a 😀 car" }, { "id": 2, "name": "van" }],
          "annotations": [ { "note": "𝒜😀", "id": 1, "image_id": 1, "category_id": 1, "bbox": [90, 0, 50, 2], "area": 100, "iscrowd": 0 }, { "note": "ü", "id": 2, "image_id": 1, "category_id": 7, "bbox": [0, 0, 2, 2], "area": 4, "iscrowd": 0 } ] }
        """;

    const string ProjectText = "spec: main.labelspec\ndatasets:\n  - path: data.json\n";

    /// <summary>The method, the document, the text before the cursor, and what else it is asked with.</summary>
    public static TheoryData<string, string, string, string> Questions =>
        new()
        {
            { "textDocument/diagnostic", Guideline, "", "" },
            { "textDocument/diagnostic", Data, "", "" },
            { "textDocument/completion", Guideline, "require not ti", "" },
            { "textDocument/completion", Data, "\"category_id\": ", "" },
            { "textDocument/hover", Guideline, "class ca", "" },
            { "textDocument/hover", Data, "\"category_id\": ", "" },
            { "textDocument/signatureHelp", Guideline, "require not tiny(", "" },
            { "textDocument/definition", Guideline, "for a: c", "" },
            { "textDocument/definition", Data, "\"category_id\": ", "" },
            { "textDocument/declaration", Guideline, "for a: c", "" },
            { "textDocument/typeDefinition", Guideline, "require not tiny(", "" },
            { "textDocument/implementation", Guideline, "abstract class th", "" },
            { "textDocument/references", Guideline, "class ca", ",\"context\":{\"includeDeclaration\":true}" },
            { "textDocument/documentHighlight", Guideline, "class ca", "" },
            { "textDocument/prepareRename", Guideline, "class   v", "" },
            { "textDocument/rename", Guideline, "class   v", ",\"newName\":\"lorry\"" },
            { "textDocument/documentSymbol", Guideline, "", "" },
            { "textDocument/documentSymbol", Data, "", "" },
            { "textDocument/foldingRange", Guideline, "", "" },
            { "textDocument/linkedEditingRange", Guideline, "require not tiny(", "" },
            { "textDocument/codeLens", Guideline, "", "" },
            { "textDocument/codeLens", Data, "", "" },
            { "textDocument/documentLink", Guideline, "", "" },
            { "textDocument/documentLink", Data, "", "" },
            { "textDocument/documentColor", Guideline, "", "" },
            { "textDocument/formatting", Guideline, "", ",\"options\":{\"tabSize\":2,\"insertSpaces\":true}" },
            { "textDocument/prepareTypeHierarchy", Guideline, "class ca", "" },
            { "textDocument/prepareCallHierarchy", Guideline, "rule sm", "" },
            { "workspace/symbol", Guideline, "", ",\"query\":\"car\"" },
            { "workspace/diagnostic", Guideline, "", ",\"previousResultIds\":[]" },
            { "labelspec/picture", Data, "\"category_id\": ", "" },
        };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task An_answer_is_about_the_same_places(string method, string document, string before, string extra)
    {
        var answers = new List<string>();
        foreach (var encoding in (string[])["utf-16", "utf-8", "utf-32"])
        {
            await using var client = await OpenAsync(encoding);
            var text = client.TextOf(document);
            var at = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
            answers.Add(
                await client.AskAsync(
                    method,
                    $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(client.Uri(document))}}}},"position":{{{DrivingSession.Place(text, at)}}}{{{extra}}}}""",
                    document
                )
            );
        }

        Assert.Matches("\"(line|startLine|result|activeParameter|items)\"", answers[0]);
        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(answers[0], answers[2]);
    }

    [Theory]
    [InlineData("textDocument/codeAction", "class   v", 30, ",\"context\":{\"diagnostics\":[]}")]
    [InlineData("textDocument/codeAction", "rule wrong { for a: ", 3, ",\"context\":{\"diagnostics\":[]}")]
    [InlineData("textDocument/inlayHint", "", 500, "")]
    [InlineData("textDocument/rangeFormatting", "class   v", 30, ",\"options\":{\"tabSize\":2,\"insertSpaces\":true}")]
    [InlineData(
        "textDocument/colorPresentation",
        "color ",
        7,
        ",\"color\":{\"red\":1,\"green\":0,\"blue\":0,\"alpha\":1}"
    )]
    public async Task A_range_that_is_asked_about_is_the_same(string method, string before, int length, string extra)
    {
        var answers = new List<string>();
        foreach (var encoding in (string[])["utf-16", "utf-8", "utf-32"])
        {
            await using var client = await OpenAsync(encoding);
            var at = GuidelineText.IndexOf(before, StringComparison.Ordinal) + before.Length;
            answers.Add(
                await client.AskAsync(
                    method,
                    $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(client.Uri(Guideline))}}}},"range":{"start":{{{DrivingSession.Place(GuidelineText, at)}}},"end":{{{DrivingSession.Place(GuidelineText, at + length)}}}}{{{extra}}}}""",
                    Guideline
                )
            );
        }

        Assert.NotEqual("[]", answers[0]);
        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(answers[0], answers[2]);
    }

    /// <summary>Edits of repairs count in the file that they edit, and what a guideline lacks in the guideline.</summary>
    [Fact]
    public async Task Repairs_of_data_edit_the_same_places()
    {
        var answers = new List<string>();
        foreach (var encoding in (string[])["utf-16", "utf-8", "utf-32"])
        {
            await using var client = await OpenAsync(encoding);
            answers.Add(
                await client.AskAsync(
                    "textDocument/codeAction",
                    $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(client.Uri(Data))}}}},"range":{"start":{{{DrivingSession.Place(DataText, 0)}}},"end":{{{DrivingSession.Place(DataText, DataText.Length)}}}},"context":{"diagnostics":[]}}""",
                    Data
                )
            );
        }

        Assert.Contains("LS3203", answers[0], StringComparison.Ordinal);
        Assert.Contains("\"edits\"", answers[0], StringComparison.Ordinal);
        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(answers[0], answers[2]);
    }

    [Fact]
    public async Task Semantic_tokens_cover_the_same_words()
    {
        var words = await TokensAsync("utf-16");

        Assert.Contains("tiny", words);
        Assert.Contains("\"a 😀 car\"", words);
        Assert.Equal(words, await TokensAsync("utf-8"));
        Assert.Equal(words, await TokensAsync("utf-32"));
    }

    static async Task<List<string>> TokensAsync(string encoding)
    {
        await using var client = await OpenAsync(encoding);
        var answer = await client.AskAsync(
            "textDocument/semanticTokens/full",
            $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(client.Uri(Guideline))}}}}}""",
            Guideline
        );
        var data = JsonDocument
            .Parse(answer)
            .RootElement.GetProperty("data")
            .EnumerateArray()
            .Select(one => one.GetInt32())
            .ToList();
        var words = new List<string>();
        var (line, character) = (0, 0);
        for (var i = 0; i < data.Count; i += 5)
        {
            (line, character) = (line + data[i], data[i] == 0 ? character + data[i + 1] : data[i + 1]);
            var text = GuidelineText.Split('\n')[line];
            words.Add(text[client.OffsetOn(text, character)..client.OffsetOn(text, character + data[i + 2])]);
        }

        return words;
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-32")]
    public async Task Edits_behind_such_characters_arrive(string encoding)
    {
        await using var client = await OpenAsync(encoding);
        var wrong = GuidelineText.IndexOf("vna", StringComparison.Ordinal);

        // The second edit counts in the text that the first one made, and one replaces a pair of surrogates.
        await client.ChangeAsync(
            Guideline,
            (wrong, 3, "van"),
            (GuidelineText.IndexOf("a 😀 car", StringComparison.Ordinal) + 2, 2, "𝒜b")
        );
        var hover = await client.AskAsync(
            "textDocument/hover",
            $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(client.Uri(Guideline))}}}},"position":{{{DrivingSession.Place(GuidelineText, GuidelineText.IndexOf("class car", StringComparison.Ordinal) + 7)}}}}""",
            Guideline
        );
        var report = await client.AskAsync(
            "textDocument/diagnostic",
            $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(client.Uri(Guideline))}}}}}""",
            Guideline
        );

        Assert.Contains("a \\uD835\\uDC9Cb car", hover);
        Assert.DoesNotContain("vna", report, StringComparison.Ordinal);
    }

    /// <summary>What is not open is counted in the text on disk.</summary>
    [Fact]
    public async Task References_in_a_file_that_is_not_open_are_at_the_same_places()
    {
        var answers = new List<string>();
        var at = GuidelineText.IndexOf("class ca", StringComparison.Ordinal) + "class ca".Length;
        foreach (var encoding in (string[])["utf-16", "utf-8", "utf-32"])
        {
            await using var client = await StartAsync(encoding);
            await client.OpenAsync(Guideline);
            answers.Add(
                await client.AskAsync(
                    "textDocument/references",
                    $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(client.Uri(Guideline))}}}},"position":{{{DrivingSession.Place(GuidelineText, at)}}},"context":{"includeDeclaration":true}}""",
                    Guideline
                )
            );
        }

        Assert.Contains(Data, answers[0], StringComparison.Ordinal);
        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(answers[0], answers[2]);
    }

    [Fact]
    public async Task Published_diagnostics_are_counted_too()
    {
        await using var client = RawClient.OfServer();
        await client.RequestAsync(
            "initialize",
            """{"processId":null,"rootUri":null,"capabilities":{"general":{"positionEncodings":["utf-32"]}}}"""
        );
        await client.NotifyAsync("initialized");
        await client.NotifyAsync(
            "textDocument/didOpen",
            """{"textDocument":{"uri":"untitled:a","languageId":"labelspec","version":1,"text":"/* 😀😀 */ class car extends vehicel"}}"""
        );

        var published = (await client.NextAsync("textDocument/publishDiagnostics")).GetProperty("params");

        Assert.Equal(
            27,
            published
                .GetProperty("diagnostics")
                .EnumerateArray()
                .Single(item => item.GetProperty("code").GetString() == "LS1002")
                .GetProperty("range")
                .GetProperty("start")
                .GetProperty("character")
                .GetInt32()
        );
    }

    [Theory]
    [InlineData("""["utf-8","utf-16"]""", "utf-8")]
    [InlineData("""["utf-32","utf-8"]""", "utf-32")]
    [InlineData("""["utf-7","utf-16","utf-8"]""", "utf-16")]
    [InlineData("""["utf-7"]""", "utf-16")]
    [InlineData("[]", "utf-16")]
    [InlineData("null", "utf-16")]
    [InlineData("""[8,"utf-8"]""", "utf-8")]
    public async Task The_first_known_encoding_of_the_client_is_taken(string wishes, string expected)
    {
        await using var client = RawClient.OfServer();

        var answer = await client.RequestAsync(
            "initialize",
            $$$"""{"processId":null,"rootUri":null,"capabilities":{"general":{"positionEncodings":{{{wishes}}} } } }"""
        );

        Assert.Equal(
            expected,
            answer.GetProperty("result").GetProperty("capabilities").GetProperty("positionEncoding").GetString()
        );
    }

    /// <summary>Lines of one and of many steps, with what each encoding counts otherwise everywhere.</summary>
    [Theory]
    [InlineData(7)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(5000)]
    public void Long_lines_are_counted_as_short_ones(int length)
    {
        var line = string.Concat(Enumerable.Repeat("a😀é́ü𝒜", length))[..length];
        if (char.IsHighSurrogate(line[^1]))
            line = line[..^1];
        var text = new DocumentText("first\n" + line + "\nlast");
        foreach (
            var (encoding, count) in ((PositionEncoding, Func<string, int>)[])
                [
                    (PositionEncoding.Utf8, System.Text.Encoding.UTF8.GetByteCount),
                    (PositionEncoding.Utf32, letters => letters.EnumerateRunes().Count()),
                ]
        )
        {
            var encoded = new EncodedText(text, encoding);
            for (var at = 0; at <= line.Length; at += line.Length > 100 ? 7 : 1)
            {
                if (at < line.Length && char.IsLowSurrogate(line[at]))
                    continue;
                var wire = count(line[..at]);
                Assert.Equal(wire, encoded.ToWire(1, at));
                Assert.Equal(at, encoded.FromWire(1, wire));
            }

            Assert.Equal(line.Length + 3, encoded.FromWire(1, count(line) + 3));
            Assert.Equal(count(line) + 3, encoded.ToWire(1, line.Length + 3));
        }
    }

    static async Task<CountingClient> OpenAsync(string encoding)
    {
        var client = await StartAsync(encoding);
        await client.OpenAsync(Guideline);
        await client.OpenAsync(Data);
        return client;
    }

    static async Task<CountingClient> StartAsync(string encoding)
    {
        var client = new CountingClient(encoding);
        Assert.Equal(
            encoding,
            await client.StartAsync(
                (Guideline, GuidelineText),
                (Data, DataText),
                ("labelspec.yaml", ProjectText),
                ("😀é.png", "")
            )
        );
        return client;
    }
}
