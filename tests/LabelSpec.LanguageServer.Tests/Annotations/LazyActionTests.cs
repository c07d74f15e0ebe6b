using System.Text.Json;
using static LabelSpec.LanguageServer.Tests.Annotations.GuidelineOfData;

namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>Clients that ask for the edits of actions later get the same edits as the others.</summary>
public sealed class LazyActionTests
{
    const string Lazy =
        """{"textDocument":{"diagnostic":{},"codeAction":{"dataSupport":true,"resolveSupport":{"properties":["edit"]}}},"workspace":{"workspaceEdit":{"documentChanges":true}}}""";

    const string Eager =
        """{"textDocument":{"diagnostic":{}},"workspace":{"workspaceEdit":{"documentChanges":true}}}""";

    /// <summary>In data: each repair, all of a rule, exceptions, and the repair of all that is safe.</summary>
    [Theory]
    [InlineData("[]", "Accept this ")]
    [InlineData("[]", "Add this one_class_per_vehicle to the baseline")]
    [InlineData("[]", "Remove truck 7")]
    [InlineData("[\"source.fixAll\"]", "Make all safe repairs")]
    public async Task The_edits_of_data_are_the_same(string only, string title)
    {
        await using var lazy = await OpenAsync(Lazy);
        await using var eager = await OpenAsync(Eager);

        var later = await ActionsAsync(lazy, lazy.Train, only);
        var atOnce = await ActionsAsync(eager, eager.Train, only);

        Assert.Equal(Titles(atOnce), Titles(later));
        Assert.Contains(Titles(later), one => one.StartsWith(title, StringComparison.Ordinal));
        await AssertSameAsync(lazy, later, eager, atOnce);
    }

    /// <summary>What the data has and the guideline has not can be declared, as the data draws it.</summary>
    [Theory]
    [InlineData("lorry", "class lorry { shape box }")]
    [InlineData("pickup truck", "class pickup_truck \"pickup truck\" { shape box }")]
    public async Task A_class_that_the_guideline_lacks_is_declared_there(string label, string declared)
    {
        await using var session = await OpenAsync(Lazy);
        var data = await File.ReadAllTextAsync(session.Train);
        await session.ChangeAllAsync(
            session.Train,
            data.Replace("\"name\": \"truck\"", $"\"name\": \"{label}\"", StringComparison.Ordinal),
            2
        );

        var action = (await ActionsAsync(session, session.Train, "[]")).First(one =>
            one.GetProperty("title").GetString() == $"Declare the class \"{label}\" in urban_driving.labelspec"
        );

        var change = action.GetProperty("edit").GetProperty("documentChanges")[0];
        Assert.EndsWith("urban_driving.labelspec", change.GetProperty("textDocument").GetProperty("uri").GetString());
        Assert.Equal(
            $"\n/// What it is.\n{declared}\n",
            change.GetProperty("edits")[0].GetProperty("newText").GetString()
        );
    }

    /// <summary>A value that is missing from the guideline stands there behind the last one, quoted where it must be.</summary>
    [Theory]
    [InlineData("occlusion", "heavily", "heavily", "heavy", "\n    heavily")]
    [InlineData("occlusion", "heavily", "half hidden", "heavy", "\n    half_hidden \"half hidden\"")]
    [InlineData("state", "red", "broken", "off", " | broken")]
    public async Task A_value_that_the_guideline_lacks_is_allowed_there(
        string attribute,
        string before,
        string value,
        string last,
        string declared
    )
    {
        await using var session = await OpenAsync(Lazy);
        var data = await File.ReadAllTextAsync(session.Train);
        await session.ChangeAllAsync(
            session.Train,
            data.Replace($"\"{before}\"", $"\"{value}\"", StringComparison.Ordinal),
            2
        );

        var action = Assert.Single(
            await ActionsAsync(session, session.Train, "[]"),
            one =>
                one.GetProperty("title")
                    .GetString()!
                    .StartsWith($"Allow \"{value}\" as {attribute} of ", StringComparison.Ordinal)
        );

        var change = action.GetProperty("edit").GetProperty("documentChanges")[0];
        var edit = change.GetProperty("edits")[0];
        Assert.Equal(declared, edit.GetProperty("newText").GetString());
        var uri = change.GetProperty("textDocument").GetProperty("uri").GetString()!;
        var start = edit.GetProperty("range").GetProperty("start");
        var line = (await File.ReadAllLinesAsync(new Uri(uri).LocalPath))[start.GetProperty("line").GetInt32()];
        Assert.EndsWith(last, line[..start.GetProperty("character").GetInt32()], StringComparison.Ordinal);
        var path = new Uri(uri).LocalPath;
        await session.OpenAsync(path, Apply(action.GetProperty("edit"), path));
        Assert.DoesNotContain(
            Messages(await session.DiagnosticsAsync(session.Train), "LS3107"),
            message => message.Contains($"\"{value}\"; allowed", StringComparison.Ordinal)
        );
    }

    /// <summary>An attribute that a class lacks is declared behind what it has, with the type of its values, and is known then.</summary>
    [Theory]
    [InlineData("\"parked\": true", "parked: bool")]
    [InlineData("\"doors\": 4", "doors: int")]
    [InlineData("\"share\": 0.5", "share: number")]
    [InlineData("\"paint\": \"dark red\"", "paint: \"dark red\"")]
    [InlineData("\"carries\": [\"bike\", \"box\"]", "carries: any of bike | box")]
    [InlineData("\"number plate\": \"\"", "number_plate \"number plate\": text")]
    public async Task An_attribute_that_a_class_lacks_is_declared_there(string written, string declared)
    {
        await using var session = await OpenAsync(Lazy);
        var data = await File.ReadAllTextAsync(session.Train);
        var at = data.IndexOf("\"attributes\": {}", StringComparison.Ordinal);
        await session.ChangeAllAsync(
            session.Train,
            data[..at] + $"\"attributes\": {{{written}}}" + data[(at + "\"attributes\": {}".Length)..],
            2
        );

        var name = written.Split('"')[1];
        var action = Assert.Single(
            await ActionsAsync(session, session.Train, "[]"),
            one =>
                one.GetProperty("title").GetString()
                == $"Declare the attribute \"{name}\" of car in urban_driving.labelspec"
        );

        Assert.Contains(
            await session.DiagnosticsAsync(session.Train),
            one => one.GetProperty("code").GetString() == "LS3105"
        );
        var guideline = Apply(action.GetProperty("edit"), Guideline(session));
        Assert.Contains($"attribute {declared}\n", guideline, StringComparison.Ordinal);
        await session.ChangeAllAsync(Guideline(session), guideline, 2);
        Assert.DoesNotContain(
            await session.DiagnosticsAsync(Guideline(session)),
            one => one.GetProperty("severity").GetInt32() == 1
        );
        Assert.DoesNotContain(
            Messages(await session.DiagnosticsAsync(session.Train), "LS310"),
            message => message.Contains("car", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Refactorings_are_the_same()
    {
        await using var lazy = await OpenAsync(Lazy);
        await using var eager = await OpenAsync(Eager);

        var later = await ActionsAsync(lazy, Guideline(lazy), "[\"refactor\"]", "size at least");
        var atOnce = await ActionsAsync(eager, Guideline(eager), "[\"refactor\"]", "size at least");

        Assert.Contains(later, action => action.TryGetProperty("data", out _));
        await AssertSameAsync(lazy, later, eager, atOnce);
    }

    [Fact]
    public async Task A_refactoring_of_a_text_that_changed_since_is_refused()
    {
        await using var session = await OpenAsync(Lazy);
        var action = (await ActionsAsync(session, Guideline(session), "[\"refactor\"]", "size at least")).First(one =>
            one.TryGetProperty("data", out _)
        );
        await session.ChangeAllAsync(Guideline(session), "class car", 2);

        var answer = await session.Client.RequestAsync("codeAction/resolve", action.GetRawText());

        Assert.Equal(-32801, answer.GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_repair_of_a_finding_that_is_gone_is_refused()
    {
        await using var session = await OpenAsync(Lazy);
        var action = (await ActionsAsync(session, session.Train, "[]")).First(one =>
            one.TryGetProperty("data", out var data) && data.GetProperty("act").GetString() == "fix"
        );
        await session.ChangeAllAsync(session.Train, """{"images":[],"annotations":[],"categories":[]}""", 2);

        var answer = await session.Client.RequestAsync("codeAction/resolve", action.GetRawText());

        Assert.Equal(-32803, answer.GetProperty("error").GetProperty("code").GetInt32());
    }

    /// <summary>Editors complete whatever they were given, also what was complete.</summary>
    [Theory]
    [InlineData("codeAction/resolve", """{"title":"x","kind":"quickfix","command":{"title":"x","command":"y"}}""")]
    [InlineData(
        "codeLens/resolve",
        """{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"command":{"title":"x","command":"y"}}"""
    )]
    [InlineData("completionItem/resolve", """{"label":"x"}""")]
    public async Task What_is_complete_comes_back_as_it_is(string method, string item)
    {
        await using var session = await OpenAsync(Lazy);

        var answer = await session.AskAsync(method, item);

        var asked = JsonDocument.Parse(item).RootElement;
        foreach (var property in asked.EnumerateObject())
            Assert.Equal(property.Value.GetRawText(), answer.GetProperty(property.Name).GetRawText());
    }

    static async Task<DrivingSession> OpenAsync(string capabilities)
    {
        var session = await DrivingSession.StartAsync(
            capabilities,
            prepare: session =>
            {
                var project = session.PathOf("labelspec.yaml");
                File.WriteAllText(project, "baseline: known.json\n" + File.ReadAllText(project));
                File.WriteAllText(session.PathOf("known.json"), "");
            }
        );
        await session.OpenAsync(Guideline(session));
        await session.OpenAsync(session.Train);
        return session;
    }

    static async Task<List<JsonElement>> ActionsAsync(
        DrivingSession session,
        string path,
        string only,
        string? at = null
    )
    {
        var text = File.ReadAllText(path);
        var start = at is null ? 0 : text.IndexOf(at, StringComparison.Ordinal);
        var end = at is null ? text.Length : start + at.Length;
        var answer = await session.AskAsync(
            "textDocument/codeAction",
            $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(DrivingSession.UriOf(path))}}}},"range":{"start":{{{DrivingSession.Place(text, start)}}},"end":{{{DrivingSession.Place(text, end)}}}},"context":{"diagnostics":[],"only":{{{only}}}}}"""
        );
        return [.. answer.EnumerateArray()];
    }

    static List<string> Messages(List<JsonElement> diagnostics, string code) =>
        [
            .. diagnostics
                .Where(one => one.GetProperty("code").GetString()!.StartsWith(code, StringComparison.Ordinal))
                .Select(one => one.GetProperty("message").GetString()!),
        ];

    static List<string> Titles(List<JsonElement> actions) =>
        [.. actions.Select(action => action.GetProperty("title").GetString()!)];

    static async Task AssertSameAsync(
        DrivingSession lazy,
        List<JsonElement> later,
        DrivingSession eager,
        List<JsonElement> atOnce
    )
    {
        Assert.Equal(Titles(atOnce), Titles(later));
        foreach (var (one, other) in later.Zip(atOnce))
        {
            if (!other.TryGetProperty("edit", out var expected))
                continue;
            var complete = one.TryGetProperty("edit", out _)
                ? one
                : await lazy.AskAsync("codeAction/resolve", one.GetRawText());
            Assert.Equal(Shown(eager, expected), Shown(lazy, complete.GetProperty("edit")));
        }
    }

    static string Shown(DrivingSession session, JsonElement edit) =>
        edit.GetRawText().Replace(DrivingSession.UriOf(session.PathOf("")), "", StringComparison.Ordinal);
}
