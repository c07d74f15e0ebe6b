namespace LabelSpec.Cli.Tests;

public sealed class ConvertTests
{
    const string Coco = """
        {"images":[{"id":1,"file_name":"a.jpg","width":100,"height":50},{"id":2,"file_name":"b.jpg","width":100,"height":50}],
         "categories":[{"id":1,"name":"car"}],
         "annotations":[
          {"id":1,"image_id":1,"category_id":1,"bbox":[10,10,20,20],"area":400,"iscrowd":0},
          {"id":2,"image_id":2,"category_id":1,"bbox":[10,10,20,20],"area":200,"iscrowd":0,
           "segmentation":[[10,10,30,10,30,30]]}]}
        """;

    [Fact]
    public void Loss_is_listed_and_refused_unless_it_is_allowed()
    {
        using var scratch = new Scratch();
        scratch.Write("a.json", Coco);

        var refused = scratch.Run("convert", "a.json", "--to", "yolo", "out").Exits(1);
        Assert.Contains("no place for ids of annotations: 2, such as a.json:4", refused.Error);
        Assert.Contains("annotations of shape polygon, which become box: 1, such as a.json:5", refused.Error);
        Assert.False(Directory.Exists(scratch["out"]));

        scratch.Run("convert", "a.json", "--to", "yolo", "--allow-loss", "out").Exits(0);
        Assert.Equal("0 0.2 0.4 0.2 0.4\n", File.ReadAllText(scratch["out/labels/a.txt"]));
        Assert.Equal(
            "path: .\ntrain: images\nval: images\ntask: detect\nnames:\n  0: \"car\"\n",
            File.ReadAllText(scratch["out/data.yaml"])
        );
    }

    [Fact]
    public void What_the_format_holds_is_written_without_a_word_of_loss()
    {
        using var scratch = new Scratch();
        scratch.Write("a.json", Coco);

        var outcome = scratch.Run("convert", "a.json", "--to", "coco", "b.json").Exits(0);

        Assert.Equal("1 file with 2 images and 2 annotations in b.json\n", outcome.Error);
        scratch.Run("check", "b.json").Exits(0);
    }

    [Fact]
    public void A_dry_run_writes_nothing()
    {
        using var scratch = new Scratch();
        scratch.Write("a.json", Coco);

        scratch.Run("convert", "a.json", "--to", "voc", "--allow-loss", "--dry-run", "out").Exits(1);

        Assert.Equal(["a.json"], Directory.EnumerateFileSystemEntries(scratch.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Data_is_never_written_over_and_nothing_half_is_left()
    {
        using var scratch = new Scratch();
        scratch.Write("a.json", Coco);
        scratch.Write("bad.json", Coco.Replace("a.jpg", "../a.jpg", StringComparison.Ordinal));
        scratch.Write("twice.json", Coco.Replace("b.jpg", "a.png", StringComparison.Ordinal));
        scratch.Write("broken.json", Coco[..^40]);

        Assert.Contains("exists already", scratch.Run("convert", "a.json", "--to", "coco", "a.json").Exits(2).Error);
        string[] voc = ["--to", "voc", "--allow-loss", "out"];
        Assert.Contains("leaves the folder", scratch.Run(["convert", "bad.json", .. voc]).Exits(2).Error);
        Assert.Contains("two images would be written", scratch.Run(["convert", "twice.json", .. voc]).Exits(2).Error);
        Assert.Contains("broken.json", scratch.Run(["convert", "broken.json", .. voc]).Exits(3).Error);
        Assert.Equal(4, Directory.EnumerateFileSystemEntries(scratch.Folder).Count());
    }
}
