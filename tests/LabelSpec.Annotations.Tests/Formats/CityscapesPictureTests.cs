using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;
using SkiaSharp;

namespace LabelSpec.Annotations.Tests.Formats;

/// <summary>The four kinds of pictures that Cityscapes has of one image.</summary>
public sealed class CityscapesPictureTests : IDisposable
{
    readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    // Road, person, license plate; 0 is nothing.
    [InlineData("_labelIds.png", new byte[] { 0, 7, 7, 24, 255 }, "road 2, person 1 crowd, license plate 1")]
    // Road, rider, bicycle, ignored; no class has 19.
    [InlineData(
        "_labelTrainIds.png",
        new byte[] { 0, 12, 18, 255, 19 },
        "road 1, rider 1 crowd, bicycle 1 crowd, 19 1"
    )]
    public void Grey_levels_are_classes(string ending, byte[] values, string expected)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(values.Length, 1, SKColorType.Gray8));
        values.CopyTo(bitmap.GetPixelSpan());

        Assert.Equal(expected, Show(Read(ending, bitmap)));
    }

    [Fact]
    public void Colours_are_classes()
    {
        using var bitmap = new SKBitmap(5, 1);
        SKColor[] colors = [new(128, 64, 128), new(0, 0, 142), new(0, 0, 142), new(0, 0, 0), new(1, 2, 3)];
        for (var i = 0; i < colors.Length; i++)
            bitmap.SetPixel(i, 0, colors[i]);

        Assert.Equal(
            ["197121 1", "car 2 crowd", "road 1"],
            Show(Read("_color.png", bitmap)).Split(", ").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Only_the_one_that_says_most_is_read()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(2, 1, SKColorType.Gray8));
        bitmap.GetPixelSpan().Fill(7);
        Read("_labelTrainIds.png", bitmap);

        var both = Read("_labelIds.png", bitmap);

        Assert.Equal(1, both.Annotations.Count);
        Assert.EndsWith("_labelIds.png", Assert.Single(both.Files).Path);
        Assert.Equal("ulm_1_leftImg8bit.png", both.Images.FileNames[0]);
    }

    Dataset Read(string ending, SKBitmap bitmap)
    {
        Directory.CreateDirectory(folder.PathOf("gtFine"));
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(folder.PathOf("gtFine", $"ulm_1_gtFine{ending}"), data.ToArray());
        return DatasetReader.Read([folder.PathOf("gtFine")]);
    }

    static string Show(Dataset data) =>
        string.Join(
            ", ",
            Enumerable
                .Range(0, data.Annotations.Count)
                .Select(row =>
                    $"{data.Categories.NameOf(data.Annotations.Categories[row])} {data.ReadMask(row).Mask!.Area}"
                    + (data.Annotations.Flags[row].HasFlag(AnnotationFlags.Crowd) ? " crowd" : "")
                )
        );
}
