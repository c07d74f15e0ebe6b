using System.Text.Json;

namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>What guidelines know about the data that they judge, and what they change in it.</summary>
public sealed class BoundDataTests
{
    const string Confirming =
        """{"textDocument":{"diagnostic":{},"rename":{"honorsChangeAnnotations":true}},"workspace":{"diagnostics":{"refreshSupport":true},"workspaceEdit":{"documentChanges":true,"changeAnnotationSupport":{"groupsOnLabel":true}}}}""";

    [Theory]
    [InlineData("class ", "car extends", @"\*\*8 annotations, \d+ violations\*\*")]
    [InlineData("abstract class ", "vehicle extends", @"\*\*14 annotations, \d+ violations\*\*")]
    [InlineData("rule ", "one_class_per_vehicle", @"\*\*1 violation\*\*")]
    [InlineData("attribute ", "helmet", @"\*\*\d annotations\*\*")]
    [InlineData("state: red | amber | ", "green", @"\*\*\d annotations?\*\*")]
    [InlineData("attribute ", "weather", @"\*\*\d+ images\*\*")]
    public async Task Hover_says_how_often_the_data_has_it(string before, string name, string expected)
    {
        await using var session = await OpenAsync();
        await session.OpenAsync(session.Train);

        Assert.Matches(expected, await HoverAsync(session, before, name));
    }

    [Fact]
    public async Task Numbers_follow_what_is_typed_and_are_those_of_the_files()
    {
        await using var session = await OpenAsync();
        await session.OpenAsync(session.Train);
        var cars =
            Count(File.ReadAllText(session.Train), "\"category_id\": 3,")
            + Count(File.ReadAllText(session.Validation), " label=\"car\"");
        Assert.Contains($"**{cars} annotations", await HoverAsync(session, "class ", "car extends"));

        await session.ReplaceAsync(
            session.Train,
            File.ReadAllText(session.Train),
            "\"category_id\": 3,",
            "\"category_id\": 8,",
            2
        );

        Assert.Contains($"**{cars - 1} annotations", await HoverAsync(session, "class ", "car extends"));
    }

    [Fact]
    public async Task Closed_data_is_counted_once_it_was_judged()
    {
        await using var session = await OpenAsync();
        while (!(await HoverAsync(session, "class ", "car extends")).Contains("annotations", StringComparison.Ordinal))
            await Task.Delay(50);

        Assert.Matches(@"\*\*8 annotations", await HoverAsync(session, "class ", "car extends"));
    }

    [Fact]
    public async Task Hover_shows_example_pictures()
    {
        await using var session = await OpenAsync();

        Assert.Contains("images/taxi.png|width=240)", await HoverAsync(session, "class ", "car extends"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task References_go_into_data_that_is_open_and_that_is_not(bool isOpen)
    {
        await using var session = await OpenAsync();
        if (isOpen)
            await session.OpenAsync(session.Train);

        var places = await ReferencesAsync(session, "class ", "car extends");

        var train = File.ReadAllText(session.Train);
        var expected = Count(train, "\"category_id\": 3,") + 1;
        Assert.Equal(
            expected,
            places.Count(place =>
                place.EndsWith("train.json 3", StringComparison.Ordinal)
                || place.EndsWith("train.json \"car\"", StringComparison.Ordinal)
            )
        );
        // Shapes of a track say their label once.
        Assert.Contains(places, place => place.EndsWith("val.xml car", StringComparison.Ordinal));
        Assert.Contains(places, place => place.EndsWith("urban_driving.labelspec car", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("attribute ", "helmet", "train.json \"yes\"", "train.json \"no\"")]
    [InlineData("state: ", "red", "train.json \"red\"", "val.xml red")]
    [InlineData("attribute ", "weather", "train.json \"clear\"", "train.json \"rain\"")]
    public async Task References_of_attributes_and_values_are_their_values_in_data(
        string before,
        string name,
        params string[] expected
    )
    {
        await using var session = await OpenAsync();

        var places = await ReferencesAsync(session, before, name);

        foreach (var place in expected)
            Assert.Contains(places, one => one.EndsWith(place, StringComparison.Ordinal));
    }

    [Fact]
    public async Task References_come_page_by_page_to_clients_that_take_pages()
    {
        await using var session = await OpenAsync();
        var text = File.ReadAllText(Guideline(session));
        var position = DrivingSession.Place(text, text.IndexOf("class car", StringComparison.Ordinal) + 6);

        await session.Client.SendAsync(
            $$$"""{"jsonrpc":"2.0","id":900,"method":"textDocument/references","params":{"textDocument":{"uri":{{{Uri(session)}}}},"position":{{{position}}},"context":{"includeDeclaration":true},"partialResultToken":"p1"}}"""
        );
        var page = (await session.Client.NextAsync("$/progress")).GetProperty("params");

        Assert.Equal("p1", page.GetProperty("token").GetString());
        Assert.True(page.GetProperty("value").GetArrayLength() > 10);
        Assert.Equal(0, (await session.Client.AnswerAsync(900)).GetProperty("result").GetArrayLength());
    }

    [Fact]
    public async Task A_label_of_data_leads_to_the_guideline_and_back()
    {
        await using var session = await OpenAsync();
        await session.OpenAsync(session.Train);

        var references = await session.AskAtAsync(
            "textDocument/references",
            session.Train,
            "\"image_id\": 1, \"category_id\": ",
            ",\"context\":{\"includeDeclaration\":true}"
        );

        Assert.Contains(
            references.EnumerateArray(),
            place => place.GetProperty("uri").GetString()!.EndsWith("urban_driving.labelspec", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Renaming_a_label_offers_to_migrate_open_and_closed_files()
    {
        await using var session = await OpenAsync(Confirming);
        await session.OpenAsync(session.Train);

        var edit = await RenameAsync(session, "class pedestrian \"", "person", "walker");

        var migrate = edit.GetProperty("changeAnnotations").GetProperty("labelspec.migrate");
        Assert.True(migrate.GetProperty("needsConfirmation").GetBoolean());
        Assert.Equal("Migrate 2 annotation files", migrate.GetProperty("label").GetString());
        Assert.Contains("--class person=walker", migrate.GetProperty("description").GetString());
        Assert.Contains("replaces \"person\" since \"2.3.0\"", Apply(edit, Guideline(session)));
        var train = Apply(edit, session.Train);
        Assert.Equal(
            File.ReadAllText(session.Train)
                .Replace("\"name\": \"person\"", "\"name\": \"walker\"", StringComparison.Ordinal),
            train
        );
        Assert.DoesNotContain("label=\"person\"", Apply(edit, session.Validation));
        Assert.DoesNotContain("<name>person</name>", Apply(edit, session.Validation));
        // Only what touches data waits for a confirmation, and all of it does.
        foreach (var change in edit.GetProperty("documentChanges").EnumerateArray())
        foreach (var one in change.GetProperty("edits").EnumerateArray())
            Assert.Equal(
                !change
                    .GetProperty("textDocument")
                    .GetProperty("uri")
                    .GetString()!
                    .EndsWith(".labelspec", StringComparison.Ordinal),
                one.TryGetProperty("annotationId", out _)
            );
    }

    [Fact]
    public async Task Renaming_a_class_without_a_label_keeps_both_states_of_the_data_right()
    {
        await using var session = await OpenAsync(Confirming);
        await session.OpenAsync(session.Train);
        var errors = (await session.DiagnosticsAsync(session.Train)).Count;

        var edit = await RenameAsync(session, "class ", "truck", "lorry");

        var guideline = Apply(edit, Guideline(session));
        Assert.Contains("class lorry extends vehicle {\n  alias \"truck\"", guideline);
        await session.ChangeAllAsync(Guideline(session), guideline, 2);
        Assert.Equal(errors, (await session.DiagnosticsAsync(session.Train)).Count);
        await session.ChangeAllAsync(session.Train, Apply(edit, session.Train), 2);
        Assert.Equal(errors, (await session.DiagnosticsAsync(session.Train)).Count);
        Assert.Contains("\"lorry\"", Apply(edit, session.Train));
    }

    [Fact]
    public async Task A_client_that_cannot_ask_is_told_of_the_command_and_data_is_left_alone()
    {
        await using var session = await OpenAsync();
        await session.OpenAsync(session.Train);

        var labelled = await RenameAsync(session, "class ", "truck", "lorry");
        var text = File.ReadAllText(Guideline(session));
        var position = DrivingSession.Place(text, text.IndexOf("\"person\"", StringComparison.Ordinal) + 2);
        await session.Client.SendAsync(
            $$$"""{"jsonrpc":"2.0","id":900,"method":"textDocument/rename","params":{"textDocument":{"uri":{{{Uri(session)}}}},"position":{{{position}}},"newName":"walker"}}"""
        );

        var message = (await session.Client.NextAsync("window/showMessage")).GetProperty("params");
        Assert.Contains("labelspec migrate --class person=walker", message.GetProperty("message").GetString());
        var edit = (await session.Client.AnswerAsync(900)).GetProperty("result");
        Assert.All(
            edit.GetProperty("documentChanges")
                .EnumerateArray()
                .Concat(labelled.GetProperty("documentChanges").EnumerateArray()),
            change => Assert.EndsWith(".labelspec", change.GetProperty("textDocument").GetProperty("uri").GetString())
        );
        Assert.Contains("class lorry \"truck\" extends", Apply(labelled, Guideline(session)));
    }

    [Fact]
    public async Task Lenses_count_annotations_and_violations_and_lead_to_pictures()
    {
        await using var session = await OpenAsync(
            """{"textDocument":{"diagnostic":{}},"window":{"showDocument":{"support":true}}}""",
            """{"labelspec":{"showPicture":true}}"""
        );
        // Settings that come later do not take the pictures away.
        await session.Client.SendAsync(
            """{"jsonrpc":"2.0","method":"workspace/didChangeConfiguration","params":{"settings":{"labelspec":{"diagnostics":{"maximum":500}}}}}"""
        );
        await session.OpenAsync(session.Train);
        var lenses = (
            await session.AskAsync("textDocument/codeLens", $$$"""{"textDocument":{"uri":{{{Uri(session)}}}}}""")
        )
            .EnumerateArray()
            .Select(lens => lens.GetProperty("command"))
            .ToList();

        Assert.Contains(
            lenses,
            lens => lens.GetProperty("title").GetString()!.StartsWith("8 annotations, ", StringComparison.Ordinal)
        );
        Assert.Contains(lenses, lens => lens.GetProperty("title").GetString() == "1 violation");
        var shows = lenses.Where(lens => lens.GetProperty("title").GetString() == "show on pictures").ToList();
        Assert.NotEmpty(shows);
        Assert.All(shows, lens => Assert.Equal("labelspec.showPicture", lens.GetProperty("command").GetString()));
        // What a lens hands over is what the picture is asked for with, of files that are not open too.
        foreach (var lens in shows)
        {
            var picture = await session.AskAsync("labelspec/picture", lens.GetProperty("arguments")[0].GetRawText());
            Assert.NotEmpty(picture.GetProperty("findings").EnumerateArray());
        }
    }

    [Fact]
    public async Task A_client_without_pictures_is_led_to_the_place_of_the_violation()
    {
        await using var session = await OpenAsync(
            """{"textDocument":{"diagnostic":{}},"window":{"showDocument":{"support":true}}}"""
        );
        await session.OpenAsync(session.Train);

        await session.Client.SendAsync(
            """{"jsonrpc":"2.0","id":900,"method":"workspace/executeCommand","params":{"command":"labelspec.showViolations","arguments":[{"rule":"one_class_per_vehicle"}]}}"""
        );
        var shown = (await session.Client.NextAsync("window/showDocument")).GetProperty("params");

        Assert.EndsWith("train.json", shown.GetProperty("uri").GetString());
        Assert.True(shown.GetProperty("selection").GetProperty("start").GetProperty("line").GetInt32() > 5);
    }

    [Theory]
    [InlineData("one_class_per_vehicle")]
    [InlineData("rider_has_two_wheeler")]
    [InlineData("one_box_per_person")]
    [InlineData("tiny_people_are_not_labelled")]
    public async Task A_real_violation_becomes_a_test_that_passes_and_fails_without_its_rule(string rule)
    {
        await using var session = await OpenAsync();
        await session.OpenAsync(session.Train);
        var before = File.ReadAllText(Guideline(session));
        var at = DrivingSession.Place(before, before.IndexOf($"rule {rule}", StringComparison.Ordinal) + 6);
        var actions = await session.AskAsync(
            "textDocument/codeAction",
            $$$"""{"textDocument":{"uri":{{{Uri(session)}}}},"range":{"start":{{{at}}},"end":{{{at}}}},"context":{"diagnostics":[]}}"""
        );
        var command = actions
            .EnumerateArray()
            .Single(action => action.GetProperty("title").GetString() == $"Add a test of {rule} from train.json")
            .GetProperty("command");

        await session.Client.SendAsync(
            $$$"""{"jsonrpc":"2.0","id":900,"method":"workspace/executeCommand","params":{"command":{{{command.GetProperty("command").GetRawText()}}},"arguments":{{{command.GetProperty("arguments").GetRawText()}}}}}"""
        );
        var edit = (await session.Client.NextAsync("workspace/applyEdit")).GetProperty("params").GetProperty("edit");
        var after = Apply(edit, Guideline(session));

        Assert.StartsWith(before, after);
        Assert.Contains($"test \"{rule} in frame_", after);
        var tests = Run(session, after);
        Assert.Equal(Run(session, before).Count + 1, tests.Count);
        Assert.Empty(tests[^1].Failures);
        // It speaks of its rule: without the assertion it fails.
        var body = after.IndexOf('{', after.IndexOf($"rule {rule}", StringComparison.Ordinal)) + 1;
        var toothless = after[..body] + "\n  unless true" + after[body..];
        Assert.NotEmpty(Run(session, toothless)[^1].Failures);
    }

    [Fact]
    public async Task A_finding_in_data_offers_its_test()
    {
        await using var session = await OpenAsync();
        await session.OpenAsync(session.Train);
        var text = File.ReadAllText(session.Train);
        var at = DrivingSession.Place(text, text.IndexOf("{\"id\": 6, \"image_id\": 2", StringComparison.Ordinal) + 3);
        var actions = await session.AskAsync(
            "textDocument/codeAction",
            $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(DrivingSession.UriOf(session.Train))}}}},"range":{"start":{{{at}}},"end":{{{at}}}},"context":{"diagnostics":[]}}"""
        );

        var command = actions
            .EnumerateArray()
            .Single(action =>
                action.GetProperty("title").GetString() == "Add a test of one_class_per_vehicle from this"
            )
            .GetProperty("command");
        await session.Client.SendAsync(
            $$$"""{"jsonrpc":"2.0","id":900,"method":"workspace/executeCommand","params":{"command":{{{command.GetProperty("command").GetRawText()}}},"arguments":{{{command.GetProperty("arguments").GetRawText()}}}}}"""
        );
        var edit = (await session.Client.NextAsync("workspace/applyEdit")).GetProperty("params").GetProperty("edit");
        Assert.Contains("expect one_class_per_vehicle at car_6, truck_7", Apply(edit, Guideline(session)));
    }

    [Fact]
    public async Task A_rule_that_data_keeps_offers_no_test_of_a_violation()
    {
        await using var session = await OpenAsync();
        await session.OpenAsync(session.Train);

        var answer = await session.Client.RequestAsync(
            "workspace/executeCommand",
            """{"command":"labelspec.addTest","arguments":[{"rule":"no_such_rule"}]}"""
        );

        Assert.Equal(-32803, answer.GetProperty("error").GetProperty("code").GetInt32());
    }

    static IReadOnlyList<Engine.SpecTests.SpecTestResult> Run(DrivingSession session, string text)
    {
        var compilation = Semantics.Compilation.Create(
            Guideline(session),
            Grammar.SyntaxTree.Parse(text),
            new Disk(),
            new Semantics.CompilationOptions { KnownChecks = Engine.Checks.CheckCatalogue.Known }
        );
        Assert.False(compilation.HasErrors);
        return
        [
            .. Engine
                .SpecTests.SpecTestRunner.Run(compilation.Guideline)
                .Results.Where(result => result.Test.Span.File.Path == Guideline(session))
                .OrderBy(result => result.Test.Span.Start),
        ];
    }

    sealed class Disk : Semantics.Sources.IGuidelineFiles
    {
        public Grammar.SyntaxTree? Find(string path) =>
            File.Exists(path) ? Grammar.SyntaxTree.Parse(File.ReadAllText(path)) : null;
    }

    static async Task<DrivingSession> OpenAsync(string? capabilities = null, string? options = null)
    {
        var session = capabilities is null
            ? await DrivingSession.StartAsync()
            : await DrivingSession.StartAsync(capabilities, options);
        await session.OpenAsync(Guideline(session));
        return session;
    }

    static string Guideline(DrivingSession session) => session.PathOf("guideline/urban_driving.labelspec");

    static string Uri(DrivingSession session) => DrivingSession.Quote(DrivingSession.UriOf(Guideline(session)));

    static async Task<string> HoverAsync(DrivingSession session, string before, string name)
    {
        var hover = await session.AskAtAsync("textDocument/hover", Guideline(session), before + name[..1]);
        return hover.GetProperty("contents").GetProperty("value").GetString()!;
    }

    /// <summary>Each place as the end of its path and the text that stands there.</summary>
    static async Task<List<string>> ReferencesAsync(DrivingSession session, string before, string name)
    {
        var answer = await session.AskAtAsync(
            "textDocument/references",
            Guideline(session),
            before + name[..1],
            ",\"context\":{\"includeDeclaration\":true}"
        );
        return
        [
            .. answer
                .EnumerateArray()
                .Select(place =>
                {
                    var path = new Uri(place.GetProperty("uri").GetString()!).LocalPath;
                    var (start, end) = Bounds(File.ReadAllText(path), place.GetProperty("range"));
                    return $"{path} {File.ReadAllText(path)[start..end]}";
                }),
        ];
    }

    static async Task<JsonElement> RenameAsync(DrivingSession session, string before, string name, string newName) =>
        await session.AskAtAsync(
            "textDocument/rename",
            Guideline(session),
            before + name[..1],
            $",\"newName\":{DrivingSession.Quote(newName)}"
        );

    static string Apply(JsonElement edit, string path)
    {
        var text = File.ReadAllText(path);
        foreach (var change in edit.GetProperty("documentChanges").EnumerateArray())
            if (change.GetProperty("textDocument").GetProperty("uri").GetString() == DrivingSession.UriOf(path))
                foreach (
                    var one in change
                        .GetProperty("edits")
                        .EnumerateArray()
                        .OrderByDescending(one => Bounds(File.ReadAllText(path), one.GetProperty("range")).Start)
                )
                {
                    var (start, end) = Bounds(File.ReadAllText(path), one.GetProperty("range"));
                    text = text[..start] + one.GetProperty("newText").GetString() + text[end..];
                }

        return text;
    }

    static (int Start, int End) Bounds(string text, JsonElement range) =>
        (Offset(text, range.GetProperty("start")), Offset(text, range.GetProperty("end")));

    static int Offset(string text, JsonElement place)
    {
        var start = 0;
        for (var line = place.GetProperty("line").GetInt32(); line > 0; line--)
            start = text.IndexOf('\n', start) + 1;
        return start + place.GetProperty("character").GetInt32();
    }

    static int Count(string text, string part) => text.Split(part).Length - 1;
}
