using System.Text.Json;
using static LabelSpec.LanguageServer.Tests.Annotations.GuidelineOfData;

namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>How often the data has what a guideline names: in hovers, lenses, and completion.</summary>
public sealed class DataCountsTests
{
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

    [Fact]
    public async Task Lenses_count_annotations_and_violations_and_lead_to_pictures()
    {
        await using var session = await OpenAsync(
            """{"textDocument":{"diagnostic":{}},"window":{"showDocument":{"support":true}}}""",
            """{"labelspec":{"showPicture":true,"showFindings":true}}"""
        );
        // Settings that come later do not take the pictures away.
        await session.Client.SendAsync(
            """{"jsonrpc":"2.0","method":"workspace/didChangeConfiguration","params":{"settings":{"labelspec":{"diagnostics":{"maximum":500}}}}}"""
        );
        await session.OpenAsync(session.Train);
        var lenses = new List<JsonElement>();
        var unresolved = 0;
        foreach (
            var lens in (
                await session.AskAsync("textDocument/codeLens", $$$"""{"textDocument":{"uri":{{{Uri(session)}}}}}""")
            ).EnumerateArray()
        )
            if (lens.TryGetProperty("command", out var command))
                lenses.Add(command);
            else
            {
                unresolved++;
                lenses.Add((await session.AskAsync("codeLens/resolve", lens.GetRawText())).GetProperty("command"));
            }

        Assert.Contains(
            lenses,
            lens => lens.GetProperty("title").GetString()!.StartsWith("8 annotations, ", StringComparison.Ordinal)
        );
        Assert.Equal(
            ("labelspec.findings.showRule", "one_class_per_vehicle"),
            lenses
                .Where(lens => lens.GetProperty("title").GetString() == "1 violation")
                .Select(lens => (lens.GetProperty("command").GetString(), lens.GetProperty("arguments")[0].GetString()))
                .First()
        );
        var shows = lenses.Where(lens => lens.GetProperty("title").GetString() == "show on pictures").ToList();
        Assert.NotEmpty(shows);
        // Which violation is shown is looked for when somebody looks.
        Assert.Equal(unresolved, shows.Count);
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

    /// <summary>Once the data is judged, what it calls things is offered where they are declared, with how often it does.</summary>
    [Theory]
    [InlineData("class ", "van", "2 annotations in the data", "van")]
    [InlineData(
        "class lorry extends vehicle \n\nrule r { for a: ",
        "car",
        "class car extends vehicle · 8 annotations",
        "car"
    )]
    public async Task Completion_offers_the_labels_of_the_data(
        string typed,
        string label,
        string detail,
        string written
    )
    {
        await using var session = await OpenAsync();
        var train = File.ReadAllText(session.Train)
            .Replace("\"name\": \"truck\"", "\"name\": \"van\"", StringComparison.Ordinal);
        await session.OpenAsync(session.Train, train);
        await session.DiagnosticsAsync(session.Train);
        var text = File.ReadAllText(Guideline(session)) + "\n" + typed;
        await session.ChangeAllAsync(Guideline(session), text, 2);

        var list = await session.AskAsync(
            "textDocument/completion",
            $$$"""{"textDocument":{"uri":{{{Uri(session)}}}},"position":{{{DrivingSession.Place(text, text.Length)}}}}"""
        );

        var item = list.GetProperty("items")
            .EnumerateArray()
            .Single(item => item.GetProperty("label").GetString() == label);
        Assert.Equal(detail, item.GetProperty("detail").GetString());
        Assert.Equal(written, item.GetProperty("textEdit").GetProperty("newText").GetString());
    }

    static async Task<string> HoverAsync(DrivingSession session, string before, string name)
    {
        var hover = await session.AskAtAsync("textDocument/hover", Guideline(session), before + name[..1]);
        return hover.GetProperty("contents").GetProperty("value").GetString()!;
    }

    static int Count(string text, string part) => text.Split(part).Length - 1;
}
