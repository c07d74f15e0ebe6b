using System.IO.Compression;
using System.Text;
using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests;

/// <summary>Annotations in an archive are judged by the pictures beside them there, as they are in a folder.</summary>
public sealed class ArchivedDataTests : IDisposable
{
    const string Annotations = """
        {"images": [{"id": 1, "file_name": "a.png", "width": 640, "height": 480},
          {"id": 2, "file_name": "B.png", "width": SIZE},
          {"id": 3, "file_name": "c.png", "width": 10, "height": 10}, {"id": 4, "file_name": "d.jpg", "width": SIZE}],
         "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 2, 2]}],
         "categories": [{"id": 1, "name": "car"}]}
        """;

    readonly ScratchFolder folder = new();

    readonly byte[] picture = File.ReadAllBytes(
        Path.Combine(
            RepositoryFiles.Root,
            "tests/LabelSpec.Annotations.Tests/Voc/fixtures/segmentation/SegmentationClass/a.png"
        )
    );

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("images/")]
    [InlineData("annotations/")]
    public void Pictures_are_found_and_their_headers_are_read(string pictures)
    {
        var text = Annotations.Replace("SIZE", "WIDTH, \"height\": HEIGHT", StringComparison.Ordinal);
        text = text.Replace("WIDTH", $"{BigEndian(16)}", StringComparison.Ordinal);
        text = text.Replace("HEIGHT", $"{BigEndian(20)}", StringComparison.Ordinal);
        WriteZip(
            ("annotations/a.json", Encoding.UTF8.GetBytes(text)),
            (pictures + "a.png", picture),
            (pictures + "b.png", picture),
            (pictures + "c.png", Encoding.UTF8.GetBytes("no picture")),
            (pictures + "d.jpg", picture)
        );

        var outcome = BadInput.BadInput.Run(folder, "check", "a.zip");

        Assert.Contains("a.zip/annotations/a.json:1:54: error[LS4011]", outcome.Output);
        Assert.Contains("error[LS4009]", outcome.Output);
        Assert.Contains("warning[LS4008]", outcome.Output);
        Assert.Contains("info[LS4013]", outcome.Output);
    }

    [Fact]
    public void Shares_of_YOLO_become_pixels()
    {
        WriteZip(
            ("data.yaml", "train: images/train\nval: images/val\nnames: [car, bus]\n"u8.ToArray()),
            ("images/train/a.png", picture),
            ("images/train/sub/b.png", picture),
            ("labels/train/a.txt", "1 0.5 0.5 1.5 0.5\n"u8.ToArray())
        );

        var outcome = BadInput.BadInput.Run(folder, "check", "a.zip");

        Assert.Contains(
            "a.zip/labels/train/a.txt:1:3: warning[LS3203] The box of bus leaves the image by",
            outcome.Output
        );
        Assert.DoesNotContain("LS2309", outcome.Output);
        // The picture without labels is known too.
        Assert.Contains("2 images, 1 annotation", outcome.Output);
    }

    int BigEndian(int offset) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(offset, 4));

    void WriteZip(params (string Name, byte[] Bytes)[] files)
    {
        using var zip = ZipFile.Open(folder.PathOf("a.zip"), ZipArchiveMode.Create);
        foreach (var (name, bytes) in files)
        {
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(bytes);
        }
    }
}
