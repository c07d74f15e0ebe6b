using System.Text.Json;
using LabelSpec.TestSupport;

namespace LabelSpec.LanguageServer.Tests.Annotations;

public sealed class AnnotationEditingTests
{
    [Fact]
    public async Task Hover_on_a_category_id_shows_the_class()
    {
        await using var session = await OpenAsync();
        var hover = await session.AskAtAsync("textDocument/hover", session.Train, "\"image_id\": 1, \"category_id\": ");
        var text = hover.GetProperty("contents").GetProperty("value").GetString()!;

        Assert.Contains("**car**", text);
        Assert.Contains("Cars, taxis, SUVs, and vans", text);
        Assert.Equal(
            Range(session, "\"id\": 1, \"image_id\": 1, \"category_id\": ", "3"),
            hover.GetProperty("range").GetRawText()
        );
    }

    /// <summary>One is one, a size that nothing states is not said, and no line stands below the last part.</summary>
    [Fact]
    public async Task Hover_says_what_there_is_and_no_more()
    {
        await using var session = await DrivingSession.StartAsync();
        var path = session.PathOf("one.json");
        await File.WriteAllTextAsync(
            path,
            """
            {"images": [{"id": 1, "file_name": "a.png"}], "categories": [{"id": 9, "name": "van"}],
             "annotations": [{"id": 1, "image_id": 1, "category_id": 9, "bbox": [1, 1, 20, 20], "area": 400, "iscrowd": 0}]}
            """
        );
        await session.OpenAsync(path);

        var image = await session.AskAtAsync("textDocument/hover", path, "\"image_id\": ");
        var category = await session.AskAtAsync("textDocument/hover", path, "\"category_id\": ");

        Assert.Equal("**a.png** · 1 annotation", TextOf(image));
        Assert.Contains("**van** · 1 annotation\n", TextOf(category), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"---\s*$", TextOf(category));

        static string TextOf(JsonElement hover) => hover.GetProperty("contents").GetProperty("value").GetString()!;
    }

    [Fact]
    public async Task Hover_on_an_image_id_shows_its_picture_and_on_a_finding_why()
    {
        await using var session = await OpenAsync();
        var image = await session.AskAtAsync("textDocument/hover", session.Train, "\"id\": 1, \"image_id\": ");
        var finding = await session.AskAtAsync("textDocument/hover", session.Train, "{\"id\": 6, \"image_id\": 2");

        Assert.Contains("frame_000.png", image.GetProperty("contents").GetProperty("value").GetString());
        Assert.Contains("|width=320)", image.GetProperty("contents").GetProperty("value").GetString());
        var why = finding.GetProperty("contents").GetProperty("value").GetString();
        Assert.Contains("one_class_per_vehicle", why);
        Assert.Contains("0.9755", why);
    }

    [Fact]
    public async Task Definition_goes_from_a_label_to_its_class_and_references_come_back()
    {
        await using var session = await OpenAsync();
        var definition = await session.AskAtAsync(
            "textDocument/definition",
            session.Train,
            "\"image_id\": 1, \"category_id\": "
        );
        var location = Assert.Single(definition.EnumerateArray());
        Assert.EndsWith("urban_driving.labelspec", location.GetProperty("uri").GetString());
        Assert.Equal(
            Range(session, "class ", "car", session.PathOf("guideline/urban_driving.labelspec")),
            location.GetProperty("range").GetRawText()
        );

        var references = await session.AskAtAsync(
            "textDocument/references",
            session.Train,
            "\"image_id\": 1, \"category_id\": ",
            ",\"context\":{\"includeDeclaration\":false}"
        );
        var cars = File.ReadAllText(session.Train).Split("\"category_id\": 3,").Length - 1;
        Assert.Equal(
            cars,
            references.EnumerateArray().Count(one => one.GetProperty("uri").GetString()!.EndsWith("train.json"))
        );
    }

    [Fact]
    public async Task Hints_name_what_ids_stand_for()
    {
        await using var session = await OpenAsync();
        var hints = await session.AskAsync(
            "textDocument/inlayHint",
            $$$"""{"textDocument":{"uri":{{{Uri(session)}}}},"range":{"start":{"line":11,"character":0},"end":{"line":11,"character":200} } }"""
        );

        Assert.Equal(
            ["⟨car⟩", "⟨frame_000.png⟩"],
            hints.EnumerateArray().Select(hint => hint.GetProperty("label")[0].GetProperty("value").GetString()).Order()
        );
    }

    [Fact]
    public async Task Images_are_symbols_links_and_lenses()
    {
        await using var session = await OpenAsync();
        var document = $$$"""{"textDocument":{"uri":{{{Uri(session)}}}}}""";
        var symbols = await session.AskAsync("textDocument/documentSymbol", document);
        var links = await session.AskAsync("textDocument/documentLink", document);
        var lenses = await session.AskAsync("textDocument/codeLens", document);

        Assert.Equal(6, symbols.GetArrayLength());
        Assert.Equal("frame_000.png", symbols[0].GetProperty("name").GetString());
        Assert.Equal("car 1", symbols[0].GetProperty("children")[0].GetProperty("name").GetString());
        Assert.Equal(6, links.GetArrayLength());
        Assert.EndsWith("/images/frame_000.png", links[0].GetProperty("target").GetString());
        // What a lens says is found out when somebody looks at it.
        Assert.False(lenses[1].TryGetProperty("command", out _));
        var lens = await session.AskAsync("codeLens/resolve", lenses[1].GetRawText());
        Assert.Matches(
            @"^\d+ annotations, \d+ findings?$",
            lens.GetProperty("command").GetProperty("title").GetString()!
        );
    }

    [Theory]
    [InlineData("\"category_id\": 3", "\"category_id\": ", "3 car")]
    [InlineData("\"occlusion\": \"heavily\"", "\"occlusion\": \"", "heavy")]
    [InlineData("\"occlusion\": \"heavily\"", "{\"", "occlusion")]
    public async Task Completion_knows_what_the_guideline_and_the_file_declare(string at, string typed, string expected)
    {
        await using var session = await OpenAsync();
        var text = File.ReadAllText(session.Train);
        var changed = await session.ReplaceAsync(session.Train, text, at, typed[(typed[0] == '{' ? 1 : 0)..], 2);
        var start = text.IndexOf(at, StringComparison.Ordinal) + typed[(typed[0] == '{' ? 1 : 0)..].Length;

        var completion = await session.AskAsync(
            "textDocument/completion",
            $$$"""{"textDocument":{"uri":{{{Uri(session)}}}},"position":{{{DrivingSession.Place(changed, start)}}}}"""
        );

        Assert.Contains(
            expected,
            completion.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("label").GetString())
        );
    }

    /// <summary>The bar is the cursor; a whole value goes, whatever part of it stands before the cursor.</summary>
    [Theory]
    [InlineData("\"occlusion\": \"hea|vily\"", "heavy", "\"occlusion\": \"heavy\"")]
    [InlineData("\"category_id\": 1|0, \"bbox\"", "3 car", "\"category_id\": 3, \"bbox\"")]
    [InlineData("\"weather\": \"|clear\", \"time\": \"night\"", "fog", "\"weather\": \"fog\", \"time\": \"night\"")]
    [InlineData("\"name\": \"motor|cycle\"", "ignore_region", "\"name\": \"ignore_region\"")]
    [InlineData("\"attributes\": {|\"helmet\"", "occlusion", "\"attributes\": {\"occlusion\": \"helmet\"")]
    [InlineData("\"attributes\": {|\"weather\": \"rain\"", "time", "\"attributes\": {\"time\": \"weather\": \"rain\"")]
    public async Task Completion_replaces_the_value_that_stands_there(string marked, string label, string expected)
    {
        await using var session = await OpenAsync();
        var text = File.ReadAllText(session.Train);
        await session.OpenAsync(session.Train);
        var start = text.IndexOf(marked.Replace("|", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var cursor = start + marked.IndexOf('|', StringComparison.Ordinal);

        var completion = await session.AskAsync(
            "textDocument/completion",
            $$$"""{"textDocument":{"uri":{{{Uri(session)}}}},"position":{{{DrivingSession.Place(text, cursor)}}}}"""
        );

        var edit = completion
            .GetProperty("items")
            .EnumerateArray()
            .Single(item => item.GetProperty("label").GetString() == label)
            .GetProperty("textEdit");
        var line = text.LastIndexOf('\n', cursor) + 1;
        var from = line + edit.GetProperty("range").GetProperty("start").GetProperty("character").GetInt32();
        var to = line + edit.GetProperty("range").GetProperty("end").GetProperty("character").GetInt32();
        var after = text[..from] + edit.GetProperty("newText").GetString() + text[to..];
        Assert.Equal(expected, after.Substring(start, expected.Length));
    }

    /// <summary>What is said about an image or an annotation as a whole does not hide what is said about the value.</summary>
    [Fact]
    public async Task What_is_about_the_value_comes_before_what_is_around_it()
    {
        await using var session = await DrivingSession.StartAsync(prepare: session =>
        {
            Directory.CreateDirectory(session.PathOf("own"));
            File.WriteAllText(session.PathOf("own/labelspec.yaml"), "spec: own.labelspec\n");
            File.WriteAllText(
                session.PathOf("own/own.labelspec"),
                "guideline own version \"1.0.0\"\n/// Cars and taxis.\nclass car { attribute lit: bool required }\n"
            );
            File.WriteAllText(
                session.PathOf("own/a.json"),
                """{"images":[{"id":1,"file_name":"a.jpg","width":99,"height":80}],"categories":[{"id":1,"name":"car"}],"annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[80,2,30,40],"area":1200,"iscrowd":0}]}"""
            );
        });
        var path = session.PathOf("own/a.json");
        await session.OpenAsync(path);
        var text = await File.ReadAllTextAsync(path);
        var at = DrivingSession.Place(text, text.IndexOf("[80", StringComparison.Ordinal) + 1);
        var uri = DrivingSession.Quote(DrivingSession.UriOf(path));

        var box = await session.AskAtAsync("textDocument/hover", path, "\"bbox\":");
        var category = await session.AskAtAsync("textDocument/hover", path, "\"category_id\":");
        var actions = await session.AskAsync(
            "textDocument/codeAction",
            $$$"""{"textDocument":{"uri":{{{uri}}}},"range":{"start":{{{at}}},"end":{{{at}}}},"context":{"diagnostics":[]}}"""
        );

        Assert.Matches("^[^$]*LS3203[^$]*LS3109", TextOf(box));
        Assert.Matches("^[^$]*Cars and taxis[^$]*LS3109", TextOf(category));
        var titles = actions.EnumerateArray().Select(one => one.GetProperty("title").GetString()!).ToList();
        Assert.Equal("Clip the box to the image", titles[0]);
        Assert.InRange(titles.IndexOf("Set lit to true"), 1, titles.IndexOf("Accept this LS3203 for a reason") - 1);

        static string TextOf(JsonElement hover) => hover.GetProperty("contents").GetProperty("value").GetString()!;
    }

    [Fact]
    public async Task Actions_repair_one_and_all_and_except_for_a_reason()
    {
        await using var session = await OpenAsync();
        var text = File.ReadAllText(session.Train);
        var at = DrivingSession.Place(text, text.IndexOf("{\"id\": 6, \"image_id\": 2", StringComparison.Ordinal) + 3);
        var request = (string only) =>
            $$$"""{"textDocument":{"uri":{{{Uri(session)}}}},"range":{"start":{{{at}}},"end":{{{at}}}},"context":{"diagnostics":[]{{{only}}}}}""";
        var actions = (await session.AskAsync("textDocument/codeAction", request(""))).EnumerateArray().ToList();
        var all = (await session.AskAsync("textDocument/codeAction", request(",\"only\":[\"source.fixAll\"]")))
            .EnumerateArray()
            .ToList();

        var titles = actions.Select(action => action.GetProperty("title").GetString()).ToList();
        Assert.Contains("Remove truck 7", titles);
        Assert.Contains("Accept this one_class_per_vehicle for a reason", titles);
        Assert.DoesNotContain("Add this one_class_per_vehicle to the baseline", titles);
        Assert.All(actions, action => Assert.Equal("quickfix", action.GetProperty("kind").GetString()));
        Assert.Equal("source.fixAll.labelspec", Assert.Single(all).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Every_format_is_understood_the_same_way()
    {
        await using var session = await DrivingSession.StartAsync();
        var cells = RepositoryFiles.Sample("blood_cells", "annotations", "smear_02.xml");
        await session.OpenAsync(cells);
        await session.OpenAsync(session.Validation);

        var voc = await session.AskAtAsync("textDocument/hover", cells, "<name>R");
        var cvat = await session.AskAtAsync("textDocument/hover", session.Validation, " label=\"c");

        Assert.Contains("**RBC**", voc.GetProperty("contents").GetProperty("value").GetString());
        Assert.Contains("**car**", cvat.GetProperty("contents").GetProperty("value").GetString());
    }

    static async Task<DrivingSession> OpenAsync()
    {
        var session = await DrivingSession.StartAsync();
        await session.OpenAsync(session.Train);
        return session;
    }

    static string Uri(DrivingSession session) => DrivingSession.Quote(DrivingSession.UriOf(session.Train));

    static string Range(DrivingSession session, string before, string value, string? path = null)
    {
        var text = File.ReadAllText(path ?? session.Train);
        var at = text.IndexOf(before + value, StringComparison.Ordinal) + before.Length;
        return JsonSerializer.Serialize(
            JsonDocument
                .Parse(
                    $$"""{"start":{{DrivingSession.Place(text, at)}},"end":{{DrivingSession.Place(text, at + value.Length)}}}"""
                )
                .RootElement
        );
    }
}
