using static LabelSpec.LanguageServer.Tests.Annotations.GuidelineOfData;

namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>Places in data that a guideline names, and the way back.</summary>
public sealed class DataReferencesTests
{
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

    static int Count(string text, string part) => text.Split(part).Length - 1;
}
