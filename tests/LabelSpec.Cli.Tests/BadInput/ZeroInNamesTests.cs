using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests.BadInput;

/// <summary>Names that hold the character zero: no file has them, and asking the system for one is an error of its own.</summary>
public sealed class ZeroInNamesTests : IDisposable
{
    readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void In_a_project_file()
    {
        folder.Write("good.json", BadInput.Good);
        folder.Write(
            "labelspec.yaml",
            """
            datasets:
              - path: good.json
                images: "im\0ages"
              - path: "x\0y.json"
            baseline: "known\0.json"
            """
        );

        var outcome = BadInput.Run(folder, "check", "--no-cache", "good.json");

        Assert.Contains("labelspec.yaml:3:13: error[LS2901]", outcome.Output);
        Assert.Contains("labelspec.yaml:4:11: error[LS2901]", outcome.Output);
        Assert.Contains("good.json:3:69: warning[LS3203]", outcome.Output);
    }

    [Fact]
    public void In_the_definition_of_YOLO()
    {
        folder.Write("labels/a.txt", "0 0.5 2.5 0.1 0.1\n");
        folder.Write("data.yaml", "path: \"a\\0b\"\ntrain: \"im\\0ages\"\nval: images\nnc: 1\nnames: [car]\n");

        var outcome = BadInput.Run(folder, "check", "--no-cache", ".");

        Assert.Contains("labels/a.txt:1:", outcome.Output);
    }

    [Fact]
    public void In_pictures_of_panoptic_COCO()
    {
        folder.Write(
            "panoptic.json",
            """
            {"images": [{"id": 1, "file_name": "a\u0000.jpg", "width": 10, "height": 10}],
             "annotations": [{"image_id": 2, "file_name": "x\u0000.png",
               "segments_info": [{"id": 1, "category_id": 1, "area": 5, "bbox": [0, 0, 2, 2], "iscrowd": 0}]}],
             "categories": [{"id": 1, "name": "car", "isthing": 1}]}
            """
        );

        var outcome = BadInput.Run(folder, "check", "--no-cache", "panoptic.json");

        Assert.Contains("panoptic.json:2:31: error[LS3003]", outcome.Output);
    }

    [Fact]
    public void In_the_lists_of_images_of_VOC()
    {
        folder.Write(
            "Annotations/a.xml",
            "<annotation><filename>a.jpg</filename><size><width>9</width><height>9</height></size></annotation>"
        );
        folder.Write("ImageSets/Main/train.txt", "a\nb\0\n");

        var outcome = BadInput.Run(folder, "check", "--no-cache", ".");

        Assert.Contains("ImageSets/Main/train.txt:2:1: warning[LS2506]", outcome.Output);
    }
}
