using System.Text.Json;

namespace LabelSpec.LanguageServer.Tests.Annotations;

public sealed class CustomRequestTests
{
    [Fact]
    public async Task A_picture_has_the_shapes_and_findings_of_the_image_at_the_cursor()
    {
        await using var session = await DrivingSession.StartAsync();
        await session.OpenAsync(session.Train);

        var picture = await session.AskAtAsync("labelspec/picture", session.Train, "{\"id\": 7, \"image_id\": 2");

        var image = picture.GetProperty("image");
        Assert.Equal("frame_001.png", image.GetProperty("name").GetString());
        Assert.EndsWith("/images/frame_001.png", image.GetProperty("uri").GetString());
        Assert.Equal((640, 640), (image.GetProperty("width").GetInt32(), image.GetProperty("actualWidth").GetInt32()));
        Assert.Equal((1, 6), (picture.GetProperty("index").GetInt32(), picture.GetProperty("count").GetInt32()));
        var selected = picture.GetProperty("shapes")[picture.GetProperty("selected").GetInt32()];
        Assert.Equal("truck 7", selected.GetProperty("label").GetString());
        Assert.Equal("#7768ae", selected.GetProperty("color").GetString());
        Assert.True(selected.GetProperty("box").GetProperty("width").GetDouble() > 0);
        var finding = picture
            .GetProperty("findings")
            .EnumerateArray()
            .First(finding => finding.GetProperty("rule").GetString() == "one_class_per_vehicle");
        Assert.Equal("error", finding.GetProperty("severity").GetString());
        Assert.Equal(2, picture.GetProperty("nextWithFindings").GetInt32());
        Assert.Equal(
            "car 6",
            picture.GetProperty("shapes")[finding.GetProperty("shape").GetInt32()].GetProperty("label").GetString()
        );
        Assert.Single(finding.GetProperty("relatedShapes").EnumerateArray());
    }

    [Fact]
    public async Task A_file_that_is_not_open_has_pictures_and_a_status_from_disk()
    {
        await using var session = await DrivingSession.StartAsync();
        var document = $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(DrivingSession.UriOf(session.Train))}}}}""";
        JsonElement status;
        do status = await session.AskAsync("labelspec/status", $"{document}}}");
        while (!status.TryGetProperty("format", out _));

        Assert.Equal("coco", status.GetProperty("format").GetString());
        Assert.Equal("disk", status.GetProperty("live").GetString());
        Assert.Equal("urban_driving", status.GetProperty("guideline").GetProperty("name").GetString());
        Assert.Equal(6, status.GetProperty("images").GetInt32());
        Assert.True(Sum(status.GetProperty("counts")) > 10);
        var picture = await session.AskAsync("labelspec/picture", $$"""{{document}},"image":"frame_001.png"}""");
        Assert.Equal(5, picture.GetProperty("shapes").GetArrayLength());
        var finding = picture
            .GetProperty("findings")
            .EnumerateArray()
            .First(finding => finding.GetProperty("rule").GetString() == "one_class_per_vehicle");
        Assert.True(finding.GetProperty("fromDisk").GetBoolean());
        Assert.Equal(
            "car 6",
            picture.GetProperty("shapes")[finding.GetProperty("shape").GetInt32()].GetProperty("label").GetString()
        );
    }

    [Fact]
    public async Task An_image_without_a_name_has_its_findings_and_says_that_there_is_no_picture()
    {
        await using var session = await DrivingSession.StartAsync();
        var file = session.PathOf("data/predictions.json");
        await session.OpenAsync(
            file,
            """
            [
              {"model_version": "m", "result": [
                {"id": "a", "type": "rectanglelabels", "from_name": "label", "to_name": "image", "original_width": 640, "original_height": 360,
                 "value": {"x": 10, "y": 10, "width": 20, "height": 20, "rotation": 0, "rectanglelabels": ["zeppelin"]}}
              ]}
            ]
            """
        );

        var picture = await session.AskAsync(
            "labelspec/picture",
            $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(DrivingSession.UriOf(file))}}}}}"""
        );

        Assert.Equal("", picture.GetProperty("image").GetProperty("name").GetString());
        Assert.Equal(
            "The file names no picture here.",
            picture.GetProperty("image").GetProperty("missing").GetString()
        );
        var finding = picture
            .GetProperty("findings")
            .EnumerateArray()
            .First(finding => finding.GetProperty("rule").GetString() == "LS3101");
        Assert.Equal(0, finding.GetProperty("shape").GetInt32());
    }

    [Theory]
    [InlineData(40, 20, 6, 40)]
    [InlineData(20, 40, null, 20)]
    public async Task A_picture_that_EXIF_turns_is_unturned_where_the_file_counts_in_stored_pixels(
        int width,
        int height,
        int? unturned,
        int actualWidth
    )
    {
        await using var session = await DrivingSession.StartAsync();
        var file = session.PathOf("data/turned.json");
        await File.WriteAllBytesAsync(session.PathOf("images/turned.jpg"), TurnedPicture.Jpeg(40, 20, 6));
        await session.OpenAsync(
            file,
            $$$"""
            {"images": [{"id": 1, "file_name": "turned.jpg", "width": {{{width}}}, "height": {{{height}}}}],
             "annotations": [{"id": 1, "image_id": 1, "category_id": 3, "bbox": [1, 1, 9, 9], "area": 81, "iscrowd": 0}],
             "categories": [{"id": 3, "name": "car"}]}
            """
        );

        var image = (
            await session.AskAsync(
                "labelspec/picture",
                $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(DrivingSession.UriOf(file))}}}}}"""
            )
        ).GetProperty("image");

        Assert.Equal(unturned, image.TryGetProperty("unturned", out var way) ? way.GetInt32() : null);
        Assert.Equal(actualWidth, image.GetProperty("actualWidth").GetInt32());
    }

    [Fact]
    public async Task Skeletons_have_the_edges_of_the_guideline_and_cuboids_their_corners()
    {
        await using var session = await DrivingSession.StartAsync();
        var file = session.PathOf("data/more.xml");
        await session.OpenAsync(
            file,
            """
            <annotations><version>1.1</version><meta><task><labels>
            <label><name>person</name><type>skeleton</type></label>
            <label><name>nose</name><type>points</type><parent>person</parent></label>
            <label><name>left_eye</name><type>points</type><parent>person</parent></label>
            <label><name>right_eye</name><type>points</type><parent>person</parent></label>
            <label><name>left_shoulder</name><type>points</type><parent>person</parent></label>
            <label><name>right_shoulder</name><type>points</type><parent>person</parent></label>
            <label><name>van</name><type>cuboid</type></label>
            </labels></task></meta>
            <image id="0" name="frame_000.png" width="640" height="360">
            <skeleton label="person"><points label="right_eye" outside="0" occluded="0" points="30,10"/>
            <points label="nose" outside="0" occluded="0" points="20,20"/></skeleton>
            <cuboid label="van" xtl1="1" ytl1="2" xbl1="1" ybl1="8" xtr1="9" ytr1="2" xbr1="9" ybr1="8" xtl2="3" ytl2="1"
             xbl2="3" ybl2="7" xtr2="11" ytr2="1" xbr2="11" ybr2="7"/>
            </image></annotations>
            """
        );

        var shapes = (
            await session.AskAsync(
                "labelspec/picture",
                $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(DrivingSession.UriOf(file))}}}}}"""
            )
        ).GetProperty("shapes");

        var person = shapes[0];
        var names = person
            .GetProperty("keypoints")
            .EnumerateArray()
            .Select(point => point.GetProperty("name").GetString())
            .ToList();
        Assert.Equal(["nose", "left_eye", "right_eye", "left_shoulder", "right_shoulder"], names);
        Assert.Equal(
            [0, 1, 0, 2, 3, 4],
            person.GetProperty("edges").EnumerateArray().Select(index => index.GetInt32())
        );
        Assert.Equal(
            [1, 2, 9, 2, 9, 8, 1, 8, 3, 1, 11, 1, 11, 7, 3, 7],
            shapes[1].GetProperty("corners").EnumerateArray().Select(value => value.GetDouble())
        );
    }

    [Fact]
    public async Task Repairs_are_offered_beside_diagnostics_of_other_servers()
    {
        await using var session = await DrivingSession.StartAsync();
        await session.OpenAsync(session.Train);
        var text = File.ReadAllText(session.Train);
        var line = text[..text.IndexOf("\"id\": 6, \"image_id\"", StringComparison.Ordinal)].Count(c => c == '\n');
        var range = $$$"""{"start":{"line":{{{line}}},"character":4},"end":{"line":{{{line}}},"character":9}}""";

        var actions = await session.AskAsync(
            "textDocument/codeAction",
            $$$"""
            {"textDocument":{"uri":{{{DrivingSession.Quote(DrivingSession.UriOf(session.Train))}}}},"range":{{{range}}},
             "context":{"diagnostics":[{"range":{{{range}}},"severity":2,"code":521,"source":"json","message":"a comment"},
                                       {"range":{{{range}}},"message":"without severity and code"}]}}
            """
        );

        Assert.Contains(
            actions.EnumerateArray(),
            action => action.GetProperty("title").GetString()!.StartsWith("Remove", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_client_that_asked_for_a_picture_hears_that_it_changed()
    {
        await using var session = await DrivingSession.StartAsync();
        await session.OpenAsync(session.Train);
        await session.AskAtAsync("labelspec/picture", session.Train, "{\"id\": 7, \"image_id\": 2");
        await session.ReplaceAsync(session.Train, File.ReadAllText(session.Train), "\"bbox\": [60", "\"bbox\": [61", 2);

        var changed = (await session.Client.NextAsync("labelspec/pictureChanged")).GetProperty("params");
        Assert.Equal(2, changed.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Findings_come_as_groups_and_their_items()
    {
        await using var session = await DrivingSession.StartAsync();
        await session.OpenAsync(session.Train);

        var byRule = await session.AskAsync("labelspec/findings", """{"groupBy":"rule"}""");
        var groups = byRule.GetProperty("groups").EnumerateArray().ToList();
        Assert.Equal("error", groups[0].GetProperty("severity").GetString());
        Assert.Contains(groups, group => group.GetProperty("key").GetString() == "one_class_per_vehicle");
        var total = groups.Sum(group => Sum(group.GetProperty("counts")));
        Assert.Equal(total, byRule.GetProperty("total").GetInt32());

        var items = await session.AskAsync(
            "labelspec/findings",
            """{"groupBy":"rule","group":"one_class_per_vehicle"}"""
        );
        var item = Assert.Single(items.GetProperty("items").EnumerateArray());
        Assert.Equal("A pickup is a truck, never both.", item.GetProperty("title").GetString());
        Assert.NotEmpty(item.GetProperty("fixes").EnumerateArray());

        var byImage = await session.AskAsync(
            "labelspec/findings",
            """{"groupBy":"image","filter":{"severities":["error"],"text":"truck"}}"""
        );
        Assert.True(byImage.GetProperty("total").GetInt32() is > 0 and var some && some < total);
    }

    [Fact]
    public async Task What_a_rule_is_called_and_says_is_news_though_nothing_else_is_found()
    {
        await using var session = await DrivingSession.StartAsync();
        await session.OpenAsync(session.Train);
        var guideline = session.PathOf(DrivenWorkspace.Guideline);
        var text = File.ReadAllText(guideline);
        await session.OpenAsync(guideline, text);
        while ((await NewsAsync(session)).GetProperty("pending").GetBoolean()) { }

        text = await session.ReplaceAsync(guideline, text, "A pickup is a truck, never both.", "One vehicle.", 2);
        _ = await NewsAsync(session);
        Assert.Equal(
            "One vehicle.",
            (await FindingAsync(session, "one_class_per_vehicle")).GetProperty("title").GetString()
        );

        await session.ReplaceAsync(guideline, text, "are one vehicle", "are one", 3);
        _ = await NewsAsync(session);
        Assert.EndsWith(
            " are one",
            (await FindingAsync(session, "one_class_per_vehicle")).GetProperty("message").GetString()
        );
    }

    static async Task<JsonElement> NewsAsync(DrivingSession session) =>
        (await session.Client.NextAsync("labelspec/findingsChanged")).GetProperty("params");

    [Fact]
    public async Task A_fix_makes_its_finding_go_away()
    {
        await using var session = await DrivingSession.StartAsync();
        await session.OpenAsync(session.Train);
        var finding = await FindingAsync(session, "one_class_per_vehicle");

        var result = await session.AskAsync(
            "labelspec/fix",
            $$"""{"uri":{{finding.GetProperty("uri").GetRawText()}},"fingerprint":{{finding.GetProperty("fingerprint").GetRawText()}}}"""
        );

        Assert.Equal(1, result.GetProperty("applied").GetInt32());
        await ApplyAsync(session, session.Train, result.GetProperty("edit"));
        Assert.DoesNotContain(
            await session.DiagnosticsAsync(session.Train),
            item => item.GetProperty("code").GetString() == "one_class_per_vehicle"
        );
    }

    [Fact]
    public async Task A_waiver_is_written_where_it_holds()
    {
        await using var session = await DrivingSession.StartAsync();
        await session.OpenAsync(session.Train);
        var finding = await FindingAsync(session, "one_class_per_vehicle");

        var result = await session.AskAsync(
            "labelspec/waive",
            $$"""{"uri":{{finding.GetProperty("uri").GetRawText()}},"fingerprint":{{finding.GetProperty("fingerprint").GetRawText()}},"because":"it \"really\" is both","until":"2040-01-31"}"""
        );

        var project = session.PathOf("labelspec.yaml");
        await session.OpenAsync(project);
        await ApplyAsync(session, project, result.GetProperty("edit"));
        Assert.Empty(await session.DiagnosticsAsync(project));
        Assert.DoesNotContain(
            await session.DiagnosticsAsync(session.Train),
            item => item.GetProperty("code").GetString() == "one_class_per_vehicle"
        );
    }

    [Fact]
    public async Task Findings_go_into_a_baseline_that_is_not_there_yet()
    {
        await using var session = await DrivingSession.StartAsync();
        var project = session.PathOf("labelspec.yaml");
        await File.AppendAllTextAsync(project, "baseline: known.json\n");
        await session.OpenAsync(project);
        await session.OpenAsync(session.Train);

        var result = await session.AskAsync("labelspec/baseline", """{"rule":"one_class_per_vehicle"}""");

        Assert.Equal(1, result.GetProperty("added").GetInt32());
        Assert.EndsWith("/known.json", result.GetProperty("uri").GetString());
        Assert.Contains("one_class_per_vehicle", result.GetProperty("edit").GetRawText());
        var command = await session.Client.RequestAsync(
            "workspace/executeCommand",
            """{"command":"labelspec.baseline","arguments":[{"rule":"one_class_per_vehicle"}]}"""
        );
        Assert.Contains("is not there", command.GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task Findings_in_files_that_are_not_open_go_when_they_are_in_the_baseline()
    {
        await using var session = await DrivingSession.StartAsync();
        var (project, val) = (session.PathOf("labelspec.yaml"), session.PathOf("data/val.xml"));
        await File.AppendAllTextAsync(project, "baseline: known.json\n");
        // Judged from disk first, then followed together with the file that is opened.
        while (!(await FilesAsync(session)).Contains("val.xml"))
            await Task.Delay(20);
        await session.OpenAsync(session.Train);
        Assert.Contains("val.xml", await FilesAsync(session));

        var result = await session.AskAsync(
            "labelspec/baseline",
            $$"""{"uri":{{DrivingSession.Quote(DrivingSession.UriOf(val))}}}"""
        );
        var change = Assert.Single(result.GetProperty("edit").GetProperty("documentChanges").EnumerateArray());
        await File.WriteAllTextAsync(
            session.PathOf("known.json"),
            change.GetProperty("edits")[0].GetProperty("newText").GetString()
        );

        Assert.Equal(["train.json"], await FilesAsync(session));
    }

    static async Task<List<string>> FilesAsync(DrivingSession session) =>
        [
            .. (await session.AskAsync("labelspec/findings", """{"groupBy":"file"}"""))
                .GetProperty("groups")
                .EnumerateArray()
                .Select(group => Path.GetFileName(group.GetProperty("label").GetString()!)),
        ];

    [Fact]
    public async Task What_makes_no_sense_is_refused_with_a_reason()
    {
        await using var session = await DrivingSession.StartAsync();
        await session.OpenAsync(session.Train);

        var wrong = await session.Client.RequestAsync("labelspec/findings", """{"groupBy":"moon"}""");
        var gone = await session.Client.RequestAsync(
            "labelspec/fix",
            """{"uri":"file:///a.json","fingerprint":"x-1"}"""
        );

        Assert.Equal(-32602, wrong.GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal(-32803, gone.GetProperty("error").GetProperty("code").GetInt32());
    }

    static int Sum(JsonElement counts) => counts.EnumerateObject().Sum(count => count.Value.GetInt32());

    static async Task<JsonElement> FindingAsync(DrivingSession session, string rule)
    {
        var items = await session.AskAsync("labelspec/findings", $$"""{"groupBy":"rule","group":"{{rule}}"}""");
        return items.GetProperty("items")[0];
    }

    static async Task ApplyAsync(DrivingSession session, string path, JsonElement edit)
    {
        var change = Assert.Single(edit.GetProperty("documentChanges").EnumerateArray());
        Assert.Equal(DrivingSession.UriOf(path), change.GetProperty("textDocument").GetProperty("uri").GetString());
        // Behind first, so that the places before stay what they are.
        var edits = change
            .GetProperty("edits")
            .EnumerateArray()
            .Reverse()
            .Select(one =>
                $$"""{"range":{{one.GetProperty("range").GetRawText()}},"text":{{one.GetProperty("newText").GetRawText()}}}"""
            );
        await session.Client.NotifyAsync(
            "textDocument/didChange",
            $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(DrivingSession.UriOf(path))}}},"version":2},"contentChanges":[{{{string.Join(',', edits)}}}]}"""
        );
    }
}
