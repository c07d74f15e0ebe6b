using System.IO.Compression;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;
using Files = LabelSpec.TestSupport.RealData;

namespace LabelSpec.Annotations.Tests.Reading;

/// <summary>Label pictures and what lies beside them are read in archives as they are in folders.</summary>
public sealed class ArchivedPictureTests : IDisposable
{
    const string Tests = "tests/LabelSpec.Annotations.Tests/";

    readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Tests + "Voc/fixtures/segmentation", 5)]
    [InlineData(Tests + "Formats/fixtures/voc-png", 3)]
    [InlineData(Tests + "Formats/fixtures/mots-png", 3)]
    [InlineData(Tests + "Formats/fixtures/cityscapes-png", 3)]
    public void Fixtures_of_formats(string fixture, int atLeast) =>
        AssertSame(Path.Combine(RepositoryFiles.Root, fixture), atLeast);

    [RealDataTheory]
    [InlineData("coco/panopticapi/sample_data")]
    public void The_pictures_of_COCO_panoptic(string path) => AssertSame(Files.PathOf(path), atLeast: 50);

    [Fact]
    public void Lists_of_images_give_splits_and_are_compared_with_the_files()
    {
        var source = Path.Combine(RepositoryFiles.Root, Tests + "Voc/fixtures/segmentation");
        var archive = folder.PathOf("a.zip");
        ZipFile.CreateFromDirectory(source, archive);

        var (unpacked, packed) = (DatasetReader.Read([source]), DatasetReader.Read([archive]));

        Assert.Contains("val", SplitsOf(unpacked));
        Assert.Equal(SplitsOf(unpacked), SplitsOf(packed));
        Assert.Contains(unpacked.Problems, problem => problem.Code == "LS2506");
        Assert.Contains(unpacked.Problems, problem => problem.Code == "LS2507");
        Assert.Equal(ProblemsOf(unpacked), ProblemsOf(packed));
    }

    [Fact]
    public void Folders_named_after_classes_are_seen_in_an_archive()
    {
        var archive = folder.PathOf("a.zip");
        var picture = File.ReadAllBytes(
            Path.Combine(RepositoryFiles.Root, Tests + "Voc/fixtures/segmentation/SegmentationClass/a.png")
        );
        var other = File.ReadAllBytes(
            Path.Combine(RepositoryFiles.Root, Tests + "Voc/fixtures/segmentation/SegmentationObject/a.png")
        );
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Create))
        {
            Write(zip, "cat/1.png", picture);
            Write(zip, "cat/2.png", picture);
            Write(zip, "dog/3.png", other);
        }

        var data = DatasetReader.Read([archive]);

        Assert.Empty(data.Problems);
        Assert.Equal(["cat", "cat", "dog"], data.Annotations.Categories.ToArray().Select(data.Categories.NameOf));
    }

    [Fact]
    public void A_picture_that_unpacks_to_far_too_much_is_refused()
    {
        var archive = folder.PathOf("a.zip");
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Create))
        {
            Write(
                zip,
                "p.json",
                """
                {"images": [{"id": 1, "file_name": "a.jpg", "width": 4, "height": 4}],
                 "categories": [{"id": 1, "name": "sky", "isthing": 0}],
                 "annotations": [{"image_id": 1, "file_name": "a.png", "segments_info":
                   [{"id": 7, "category_id": 1, "iscrowd": 0, "bbox": [0, 0, 4, 4], "area": 16}]}]}
                """u8.ToArray()
            );
            Write(zip, "p/a.png", new byte[200 << 20]);
        }

        var data = DatasetReader.Read([archive]);

        Assert.Equal(1, data.Annotations.Count);
        Assert.Null(data.ReadMask(0).Mask);
    }

    static void Write(ZipArchive zip, string name, byte[] bytes)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(bytes);
    }

    void AssertSame(string source, int atLeast)
    {
        var archive = folder.PathOf("a.zip");
        ZipFile.CreateFromDirectory(source, archive);

        var (unpacked, packed) = (Show(DatasetReader.Read([source])), Show(DatasetReader.Read([archive])));

        Assert.True(unpacked.Count >= atLeast, $"{unpacked.Count} annotations");
        Assert.Contains(unpacked, line => !line.EndsWith("no mask", StringComparison.Ordinal));
        Assert.Equal(unpacked, packed);
    }

    static IEnumerable<string?> SplitsOf(Dataset data) =>
        Enumerable.Range(0, data.Images.Count).Select(data.Images.SplitOf);

    static IEnumerable<string> ProblemsOf(Dataset data) =>
        data.Problems.Select(problem =>
        {
            var file = data.Files[problem.Span.File];
            return $"{Path.GetFileName(file.Path)} {file.PositionOf(problem.Span.Start)} {problem.Code} {problem.Message}";
        });

    static List<string> Show(Dataset data) =>
        [
            .. Enumerable
                .Range(0, data.Annotations.Count)
                .Select(row =>
                {
                    var category = data.Annotations.Categories[row];
                    var mask = data.ReadMask(row).Mask;
                    return $"{data.Images.FileNames[data.Annotations.Images[row]]} "
                        + $"{(category < 0 ? "?" : data.Categories.NameOf(category))} {data.Annotations.Boxes[row]} "
                        + (mask is null ? "no mask" : $"{mask.Area} {mask.Bounds}");
                })
                .Order(StringComparer.Ordinal),
        ];
}
