using System.Text;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine.Findings;
using LabelSpec.Reports.Pictures;
using SkiaSharp;

namespace LabelSpec.Reports.Tests.Pictures;

/// <summary>Pictures of data: every pixel that is asked for is computed by hand from the annotation.</summary>
public sealed class DatasetPictureTests
{
    const string File = "masks.json";

    // Column 2 of image a is a mask (runs go down the columns), and a box stands at columns 6 and 7.
    const string Text = """
        {"images": [{"id": 1, "file_name": "a.jpg", "width": 10, "height": 10},
                    {"id": 2, "file_name": "b.jpg", "width": 10, "height": 10}],
         "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [2, 0, 1, 10], "area": 10, "iscrowd": 1, "segmentation": {"size": [10, 10], "counts": [20, 10, 70]}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [6, 3, 2, 4], "area": 8, "iscrowd": 0}
         ],
         "categories": [{"id": 1, "name": "car"}]}
        """;

    const int ViewLeft = 20;
    const int ViewTop = 66;
    const int Scale = 32;

    static readonly SKColor Red = new(213, 38, 38);

    [Fact]
    public void Masks_and_boxes_stand_on_their_pixels_and_what_was_found_is_red()
    {
        var (name, picture) = Assert.Single(Pictures(Found("\"id\": 2,")));
        Assert.Equal("a.jpg", name);
        using var bitmap = SKBitmap.Decode(picture.ToPng());

        var paper = At(bitmap, 4.5, 5.5);
        Assert.NotEqual(paper, At(bitmap, 2.5, 5.5));
        Assert.NotEqual(paper, At(bitmap, 2.5, 9.5));
        Assert.Equal(paper, At(bitmap, 3.5, 5.5));
        Assert.NotEqual(paper, At(bitmap, 7, 5));
        Assert.Equal(Red, At(bitmap, 6, 5));
        Assert.Equal(Red, At(bitmap, 8, 5));
        Assert.DoesNotContain(Red, Enumerable.Range(0, 9).Select(y => At(bitmap, 2, y + 0.5)));
    }

    [Fact]
    public void Images_without_findings_are_not_drawn() => Assert.Empty(Pictures());

    static IEnumerable<(string Image, Picture Picture)> Pictures(params Finding[] findings) =>
        new DatasetPictures(Read()).Of(FindingList.Of(findings));

    static Dataset Read() => DatasetReader.Read([new ReadInput(File, Encoding.UTF8.GetBytes(Text))]);

    static Finding Found(string at)
    {
        var start = Text.LastIndexOf(at, StringComparison.Ordinal);
        return new Finding
        {
            Rule = "LS3204",
            Severity = Grammar.Severity.Error,
            Message = "Something is wrong.",
            Location = new Location(File, start, start + 1, 1, 1, 1, 2),
            Image = "a.jpg",
            Fingerprint = "f",
            HelpTopic = "LS3204",
        };
    }

    static SKColor At(SKBitmap picture, double x, double y) =>
        picture.GetPixel(ViewLeft + (int)(x * Scale), ViewTop + (int)(y * Scale));
}
