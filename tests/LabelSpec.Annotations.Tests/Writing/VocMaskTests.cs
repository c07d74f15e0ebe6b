using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Writing;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Writing;

/// <summary>Masks as segmentation pictures of Pascal VOC. That random ones come back is a property of all writers.</summary>
public sealed class VocMaskTests : IDisposable
{
    readonly ScratchFolder folder = new();
    readonly IFormatWriter writer = FormatWriters.Find("voc")!;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Pictures_have_the_palette_of_the_development_kit()
    {
        using var written = new WrittenFolder(Read([(1, "[0, 6, 6]"), (2, "[6, 3, 3]")]), writer);

        var objects = Picture(written, "SegmentationObject/c/a.png");
        Assert.Equal((4, 3, PngColor.Palette), (objects.Width, objects.Height, objects.Color));
        Assert.Equal(256, objects.Palette.Count);
        // The first colours of VOCcolormap.m: black, dark red, dark green, brown; and the border's.
        Assert.Equal([0u, 128, 128 << 8, 128 | 128 << 8], objects.Palette.Take(4));
        Assert.Equal(224u | 224 << 8 | 192 << 16, objects.Palette[255]);
        Assert.Equal([3, 6, 3], Areas(objects, 0, 1, 2));
        Assert.Equal([3, 6, 3], Areas(Picture(written, "SegmentationClass/c/a.png"), 0, 1, 2));
        Assert.Equal(
            "# label:color_rgb:parts:actions\nbackground:0,0,0::\nc1:128,0,0::\nc2:0,128,0::\n",
            File.ReadAllText(Path.Combine(written.Path, "labelmap.txt"))
        );
        var xml = File.ReadAllText(Path.Combine(written.Path, "Annotations/c/a.xml"));
        Assert.Contains("<annotated>mask</annotated>", xml);
        // Of a box alone nobody expects pixels.
        Assert.Empty(written.Read().Problems);
    }

    [Fact]
    public void Masks_that_share_pixels_are_a_loss_and_the_last_one_gets_them()
    {
        var data = Read([(1, "[0, 6, 6]"), (2, "[3, 6, 3]"), (1, "[3, 3, 6]")]);

        var loss = Assert.Single(
            LossReport.Of(data, writer.Capacity),
            loss => loss.What == "pixels that masks share, which the last of them gets"
        );
        Assert.Equal(2, loss.Count);
        using var written = new WrittenFolder(data, writer);
        var after = written.Read();
        Assert.Empty(after.Problems);
        Assert.Equal(
            [ShapeKind.Mask, ShapeKind.Mask, ShapeKind.Mask, ShapeKind.Box],
            after.Annotations.Shapes.ToArray()
        );
        Assert.Equal([3, 3, 3], Enumerable.Range(0, 3).Select(row => after.ReadMask(row).Mask!.Area));
    }

    [Fact]
    public void A_mask_that_others_cover_becomes_a_box()
    {
        using var written = new WrittenFolder(Read([(1, "[3, 3, 6]"), (2, "[0, 12]")]), writer);
        var after = written.Read();

        Assert.Empty(after.Problems);
        Assert.Equal([ShapeKind.Box, ShapeKind.Mask, ShapeKind.Box], after.Annotations.Shapes.ToArray());
    }

    [Fact]
    public void Masks_beyond_the_values_of_a_pixel_are_a_loss()
    {
        var masks = Enumerable.Range(0, 300).Select(at => (1 + at % 300, $"[{at}, 1, {399 - at}]")).ToArray();
        var data = Read(masks, 20, 20);

        var loss = Assert.Single(LossReport.Of(data, writer.Capacity), loss => loss.What.Contains("254th"));
        Assert.Equal(46, loss.Count);
        using var written = new WrittenFolder(data, writer);
        var after = written.Read();
        Assert.Empty(after.Problems);
        Assert.Equal(254, after.Annotations.Shapes.ToArray().Count(shape => shape == ShapeKind.Mask));
        // 300 classes have no place in a palette.
        Assert.Equal(PngColor.Rgb, Picture(written, "SegmentationClass/c/a.png").Color);
    }

    [Fact]
    public void A_mask_of_another_size_than_its_image_becomes_a_box()
    {
        var data = Read([(1, "[0, 6, 6]")], declaredWidth: 9);

        Assert.Contains(LossReport.Of(data, writer.Capacity), loss => loss.What.Contains("which become box"));
        using var written = new WrittenFolder(data, writer);
        Assert.False(Directory.Exists(Path.Combine(written.Path, "SegmentationObject")));
    }

    Dataset Read((int Class, string Counts)[] masks, int width = 4, int height = 3, int? declaredWidth = null)
    {
        var annotations = masks.Select(
            (mask, i) =>
                $$"""
                    {"id": {{i + 1}}, "image_id": 1, "category_id": {{mask.Class}}, "iscrowd": 0, "bbox": [0, 0, 2, 3],
                     "segmentation": {"size": [{{height}}, {{width}}], "counts": {{mask.Counts}} } }
                    """
        );
        var categories = Enumerable.Range(1, 300).Select(i => $$"""{"id": {{i}}, "name": "c{{i}}"}""");
        return DatasetReader.Read([
            folder.Write(
                "a.json",
                $$"""
                {"images": [{"id": 1, "file_name": "c/a.jpg", "width": {{declaredWidth
                    ?? width}}, "height": {{height}}}],
                 "categories": [{{string.Join(',', categories)}}],
                 "annotations": [{{string.Join(',', annotations)}},
                   {"id": 999, "image_id": 1, "category_id": 3, "iscrowd": 0, "bbox": [1, 1, 2, 2]}]}
                """
            ),
        ]);
    }

    static LabelPicture Picture(WrittenFolder written, string path) =>
        LabelPicture.Of(File.ReadAllBytes(Path.Combine(written.Path, path)), out _)!;

    static long[] Areas(LabelPicture picture, params uint[] values) =>
        [.. values.Select(value => picture.Masks.TryGetValue(value, out var mask) ? mask.Area : 0)];
}
