namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>A file that is no annotation file by its text when it is opened: it becomes one, or a project says that it is one.</summary>
public sealed class LateRecognitionTests
{
    const string Coco =
        """{"images":[{"id":1,"file_name":"a.jpg","width":99,"height":80}],"categories":[{"id":1,"name":"car"}],"annotations":[{"id":1,"image_id":1,"category_id":7,"bbox":[1,2,30,40],"area":1200,"iscrowd":0}]}""";

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"version\": 1}")]
    public async Task What_is_pasted_is_judged_at_once(string before)
    {
        await using var session = await DrivingSession.StartAsync();
        var path = session.PathOf("new.json");
        await session.OpenAsync(path, before);
        Assert.Empty(await session.DiagnosticsAsync(path));

        await session.ChangeAllAsync(path, Coco, 2);

        Assert.Contains("LS3004", await CodesAsync(session, path));
    }

    [Fact]
    public async Task A_table_whose_columns_the_project_declares_is_judged()
    {
        await using var session = await StartAsync(
            "  - path: boxes.csv\n    format: csv\n    columns: { image: photo, class: what, left: a, top: b, right: c, bottom: d }\n"
        );
        var path = session.PathOf("own/boxes.csv");

        await session.OpenAsync(path, "photo;what;a;b;c;d\nx.jpg;car;30;40;10;20\n");

        Assert.NotEmpty(await CodesAsync(session, path));
    }

    [Fact]
    public async Task A_damaged_file_that_the_project_names_says_where_it_breaks()
    {
        await using var session = await StartAsync("  - path: data.json\n");
        var path = session.PathOf("own/data.json");
        await File.WriteAllTextAsync(path, "{images\": []}");

        await session.OpenAsync(path, "{images\": []}");

        var finding = Assert.Single(await session.DiagnosticsAsync(path));
        Assert.Equal("LS2003", finding.GetProperty("code").GetString());
        Assert.Equal(1, finding.GetProperty("range").GetProperty("start").GetProperty("character").GetInt32());
    }

    static Task<DrivingSession> StartAsync(string datasets) =>
        DrivingSession.StartAsync(prepare: session =>
        {
            Directory.CreateDirectory(session.PathOf("own"));
            File.WriteAllText(session.PathOf("own/labelspec.yaml"), "datasets:\n" + datasets);
        });

    static async Task<List<string?>> CodesAsync(DrivingSession session, string path) =>
        [.. (await session.DiagnosticsAsync(path)).Select(finding => finding.GetProperty("code").GetString())];
}
