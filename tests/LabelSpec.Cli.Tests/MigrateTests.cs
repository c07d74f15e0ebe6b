namespace LabelSpec.Cli.Tests;

public sealed class MigrateTests
{
    const string Guideline =
        "class bicycle { shape box replaces \"bike\" since \"2.0.0\" }\nclass car { shape box attribute state: on | off }\n";

    const string Data = """
        {"images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 100}],
         "categories": [{"id": 1, "name": "bike"}, {"id": 2, "name": "car"}],
         "annotations": [
           {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 50, 50], "attributes": {"state": "on"}},
           {"id": 2, "image_id": 1, "category_id": 2, "bbox": [9, 9, 50, 50], "attributes": {"state": "on"}}]}
        """;

    [Fact]
    public void It_follows_the_guideline_and_nothing_is_outdated_afterwards()
    {
        using var scratch = Start();
        Assert.Contains("LS3102", scratch.Run("check", "data.json").Output);

        var outcome = scratch.Run("migrate", "data.json").Exits(0);

        Assert.Equal("data.json: 1 edit\n", outcome.Output);
        Assert.Equal(Data.Replace("\"bike\"", "\"bicycle\""), File.ReadAllText(scratch["data.json"]));
        Assert.DoesNotContain("LS3102", scratch.Run("check", "data.json").Output);
        Assert.Equal("", scratch.Run("migrate", "data.json").Exits(0).Output);
    }

    [Fact]
    public void A_dry_run_shows_what_would_change()
    {
        using var scratch = Start();

        var outcome = scratch.Run("migrate", "--dry-run", "--class", "car=auto", "data.json").Exits(0);

        Assert.StartsWith("--- a/data.json\n", outcome.Output);
        Assert.Contains("\"auto\"", outcome.Output);
        Assert.DoesNotContain("bicycle", outcome.Output);
        Assert.Equal(Data, File.ReadAllText(scratch["data.json"]));
    }

    [Fact]
    public void Attributes_and_values_are_renamed_as_asked()
    {
        using var scratch = Start();

        scratch.Run("migrate", "--value", "state:on=lit", "--attribute", "kind=sort", "data.json").Exits(0);
        scratch.Run("migrate", "--attribute", "state=lamp", "data.json").Exits(0);

        Assert.Equal(Data.Replace("\"state\": \"on\"", "\"lamp\": \"lit\""), File.ReadAllText(scratch["data.json"]));
    }

    [Theory]
    [InlineData("--class car", "OLD=NEW")]
    [InlineData("--value state=on", "ATTRIBUTE:OLD=NEW")]
    [InlineData("--class a=b --class b=a", "once for each step")]
    [InlineData("--spec none.labelspec", "none.labelspec")]
    public void What_makes_no_sense_is_refused(string options, string message)
    {
        using var scratch = Start();

        var outcome = scratch.Run(["migrate", .. options.Split(' '), "data.json"]).Exits(2);

        Assert.Contains(message, outcome.Error);
        Assert.Equal(Data, File.ReadAllText(scratch["data.json"]));
    }

    [Fact]
    public void A_broken_guideline_changes_nothing()
    {
        using var scratch = Start();
        scratch.Write("g.labelspec", Guideline + "class x extends nothing_known\n");

        Assert.Contains("has errors", scratch.Run("migrate", "data.json").Exits(2).Error);
        Assert.Equal(Data, File.ReadAllText(scratch["data.json"]));
    }

    static Scratch Start()
    {
        var scratch = new Scratch();
        scratch.Write("g.labelspec", Guideline);
        scratch.Write("data.json", Data);
        return scratch;
    }
}
