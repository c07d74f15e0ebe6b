using System.Text.Json;

namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>Images are found by their file names, in files that are open and in data sets that are not.</summary>
public sealed class ImageSymbolTests
{
    [Fact]
    public async Task Images_of_open_and_of_closed_files_are_found()
    {
        await using var session = await DrivingSession.StartAsync();
        await session.OpenAsync(session.Train);

        var found = await FindAsync(session, "frame_");

        Assert.Equal(
            ["train.json", "val.xml"],
            found.Select(one => one.GetProperty("containerName").GetString()).Distinct().Order()
        );
        Assert.All(found, one => Assert.Equal(1, one.GetProperty("kind").GetInt32()));
        var text = await File.ReadAllTextAsync(session.Train);
        var first = found.First(one => one.GetProperty("containerName").GetString() == "train.json");
        var (start, end) = GuidelineOfData.Bounds(text, first.GetProperty("location").GetProperty("range"));
        Assert.Contains(first.GetProperty("name").GetString()!, text[start..end], StringComparison.Ordinal);
        Assert.Equal(found.Count, found.DistinctBy(one => one.GetProperty("location").GetRawText()).Count());
    }

    /// <summary>What is typed and not saved is found as it is typed, and no longer as it is on disk.</summary>
    [Fact]
    public async Task An_open_file_is_searched_as_it_is_typed()
    {
        await using var session = await DrivingSession.StartAsync();
        var text = await File.ReadAllTextAsync(session.Train);
        await session.OpenAsync(session.Train, text.Replace("frame_000.png", "harbour.png", StringComparison.Ordinal));

        Assert.Equal(
            "harbour.png",
            Assert
                .Single(await FindAsync(session, "HARB"), one => one.GetProperty("kind").GetInt32() == 1)
                .GetProperty("name")
                .GetString()
        );
        Assert.DoesNotContain(
            await FindAsync(session, "frame_000"),
            one => one.GetProperty("containerName").GetString() == "train.json"
        );
    }

    [Fact]
    public async Task Many_images_do_not_flood_the_list()
    {
        await using var session = await DrivingSession.StartAsync();
        var images = string.Join(
            ',',
            Enumerable
                .Range(0, 3000)
                .Select(id => $$"""{"id":{{id}},"file_name":"car_{{id:0000}}.png","width":9,"height":9}""")
        );
        await session.OpenAsync(session.Train, $$"""{"images":[{{images}}],"annotations":[],"categories":[]}""");

        var found = await FindAsync(session, "car");

        Assert.Equal(200, found.Count(one => one.GetProperty("kind").GetInt32() == 1));
        Assert.Contains(found, one => one.GetProperty("name").GetString() == "car");
        Assert.Single(await FindAsync(session, "car_2999"));
        Assert.DoesNotContain(await FindAsync(session, "c"), one => one.GetProperty("kind").GetInt32() == 1);
        Assert.DoesNotContain(await FindAsync(session, ""), one => one.GetProperty("kind").GetInt32() == 1);
    }

    static async Task<List<JsonElement>> FindAsync(DrivingSession session, string query) =>
        [
            .. (
                await session.AskAsync("workspace/symbol", $$"""{"query":{{DrivingSession.Quote(query)}}}""")
            ).EnumerateArray(),
        ];
}
