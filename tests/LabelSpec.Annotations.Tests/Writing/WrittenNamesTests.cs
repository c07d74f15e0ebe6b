using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Writing;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Writing;

/// <summary>Names and sizes of images that are written.</summary>
public sealed class WrittenNamesTests
{
    [Theory]
    [InlineData("https://example.org/a/b.jpg?size=large", "b")]
    [InlineData("a/./b.png", "a/b")]
    [InlineData("../b.png", null)]
    [InlineData("c:/b.png", null)]
    public void A_file_is_called_as_the_picture(string name, string? path) =>
        Assert.Equal(path, new WrittenImage(name, 1, 1, 0, []).PathWith(""));

    [Fact]
    public void A_size_that_no_file_declares_is_that_of_the_picture()
    {
        using var folder = new ScratchFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "a.bmp"), WrittenFolder.Picture(200, 100));
        var file = folder.Write(
            "a.json",
            """
            {"images":[{"id":1,"file_name":"a.bmp"}],"categories":[{"id":1,"name":"car"}],
             "annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[20,10,40,20],"area":800,"iscrowd":0}]}
            """
        );

        using var written = new WrittenFolder(DatasetReader.Read([file]), FormatWriters.Find("yolo")!);

        Assert.Equal("0 0.2 0.2 0.2 0.2\n", File.ReadAllText(Path.Combine(written.Path, "labels", "a.txt")));
    }

    [Fact]
    public void What_is_absent_is_not_written_as_if_it_were_there()
    {
        using var folder = new ScratchFolder();
        var file = folder.Write(
            "a.xml",
            """
            <annotations><version>1.1</version>
              <track id="0" label="car">
                <box frame="0" outside="0" occluded="0" keyframe="1" xtl="1" ytl="1" xbr="9" ybr="9"/>
                <box frame="1" outside="1" occluded="0" keyframe="1" xtl="1" ytl="1" xbr="9" ybr="9"/>
              </track>
            </annotations>
            """
        );
        var dataset = DatasetReader.Read([file]);
        var writer = FormatWriters.Find("coco")!;

        Assert.Equal(1, new WrittenData(dataset, writer.Capacity).Images.Sum(image => image.Annotations.Length));
        Assert.Contains(
            LossReport.Of(dataset, writer.Capacity),
            loss => loss.What == "marks of what is absent or out of sight, which are left out" && loss.Count == 1
        );
    }
}
