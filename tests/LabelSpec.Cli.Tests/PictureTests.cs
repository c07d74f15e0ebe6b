using System.IO.Compression;
using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests;

public sealed class PictureTests
{
    static readonly string Picture = Path.Combine(
        RepositoryFiles.Root,
        "tests/LabelSpec.Annotations.Tests/Voc/fixtures/segmentation/SegmentationClass/a.png"
    );

    [Fact]
    public void Images_with_findings_are_drawn_into_the_folder_and_nowhere_else()
    {
        using var scratch = new Scratch();
        var data = File.ReadAllText(Path.Combine(Fixture.Coco, "defects.json"));
        scratch.Write("data/data.json", data.Replace("\"b.jpg\"", "\"../../../b.jpg\""));
        scratch.Run("check", "--pictures", "found", "--rule", "LS3203", "data/data.json").Exits(0);
        Assert.Equal(["001-b.png"], Directory.GetFiles(scratch["found"]).Select(Path.GetFileName));
    }

    /// <summary>Pictures lie where the project file says, also where nobody would look for them.</summary>
    [Theory]
    [InlineData("elsewhere/shots")]
    [InlineData("elsewhere/shots.zip")]
    public void The_declared_folder_of_pictures_is_looked_at(string pictures)
    {
        using var scratch = new Scratch();
        scratch.Write(
            "labels/a.json",
            """
            {"images": [{"id": 1, "file_name": "a.png", "width": 640, "height": 480},
              {"id": 2, "file_name": "b.png", "width": 640, "height": 480}],
             "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 2, 2]}],
             "categories": [{"id": 1, "name": "car"}]}
            """
        );
        scratch.Write("labelspec.yaml", $"datasets:\n  - path: labels/a.json\n    images: {pictures}\n");
        Directory.CreateDirectory(scratch["elsewhere"]);
        if (pictures.EndsWith(".zip", StringComparison.Ordinal))
        {
            using var zip = ZipFile.Open(scratch[pictures], ZipArchiveMode.Create);
            zip.CreateEntryFromFile(Picture, "a.png");
        }
        else
        {
            Directory.CreateDirectory(scratch[pictures]);
            File.Copy(Picture, scratch[pictures + "/a.png"]);
        }

        var outcome = scratch.Run("check", "--no-cache", "labels/a.json").Exits(1);

        Assert.Contains("labels/a.json:1:54: error[LS4011]", outcome.Output);
        Assert.Contains("warning[LS4007] 1 of 2 pictures are not found, such as \"b.png\".", outcome.Output);
    }
}
