namespace LabelSpec.Cli.Tests;

public sealed class PictureTests
{
    [Fact]
    public void Images_with_findings_are_drawn_into_the_folder_and_nowhere_else()
    {
        using var scratch = new Scratch();
        var data = File.ReadAllText(Path.Combine(Fixture.Coco, "defects.json"));
        scratch.Write("data/data.json", data.Replace("\"b.jpg\"", "\"../../../b.jpg\""));
        scratch.Run("check", "--pictures", "found", "--rule", "LS3203", "data/data.json").Exits(0);
        Assert.Equal(["001-b.png"], Directory.GetFiles(scratch["found"]).Select(Path.GetFileName));
    }
}
