using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Geometry;
using LabelSpec.TestSupport;
using SkiaSharp;
using static LabelSpec.Annotations.Formats.ElementChange;

namespace LabelSpec.Annotations.Tests.LabelMe;

public class LabelMeTests
{
    const string Text = """
        {
          "version": "5.2.1",
          "flags": {"blurred": true},
          "shapes": [
            {"label": "car", "points": [[30.5, 40.0], [10.0, 20.0]], "group_id": 3, "description": "ä", "shape_type": "rectangle", "flags": {"parked": false}},
            {"label": "cell", "points": [[50, 50], [53, 54]], "group_id": null, "shape_type": "circle", "flags": {}},
            {"label": "road", "points": [[1, 2], [3, 4], [5, 1.5]], "shape_type": "polygon"},
            {"label": "edge", "points": [[1, 2], [3, 4]], "shape_type": "linestrip"},
            {"label": "dot", "points": [[7, 8]], "shape_type": "point"}
          ],
          "imagePath": "..\\images\\a.png",
          "imageData": null,
          "imageHeight": 80,
          "imageWidth": 100
        }
        """;

    static readonly Dataset Sample = Parse(Text);

    static Dataset Parse(string text) => Read.Json(text);

    static Element Shape(int index) => Element.Annotation(index);

    static string At(Dataset dataset, int shape, Field field) =>
        Read.Text(dataset, dataset.Locate(Shape(shape), field));

    static string Edited(Dataset dataset, params ElementChange[] changes)
    {
        var plan = dataset.Edit(changes);
        Assert.Empty(plan.Refused);
        return Encoding.UTF8.GetString(EditedBytes.Of(dataset, plan));
    }

    [Fact]
    public void Shapes_and_their_image_are_read()
    {
        Assert.Empty(Sample.Problems);
        Assert.Equal("labelme", Sample.Files[0].Format!.Id);
        Assert.Equal(
            [ShapeKind.Box, ShapeKind.Ellipse, ShapeKind.Polygon, ShapeKind.Polyline, ShapeKind.Point],
            Sample.Annotations.Shapes.ToArray()
        );
        Assert.Equal(Box.FromEdges(10, 20, 30.5, 40), Sample.Annotations.Boxes[0]);
        Assert.Equal(new Box(45, 45, 10, 10), Sample.Annotations.Boxes[1]);
        Assert.Equal(Box.FromEdges(1, 1.5, 5, 4), Sample.Annotations.Boxes[2]);
        Assert.Equal("../images/a.png", Sample.Images.FileNames[0]);
        Assert.Equal((100, 80), (Sample.Images.Widths[0], Sample.Images.Heights[0]));
        Assert.Equal((3, -1), (Sample.Annotations.Groups[0], Sample.Annotations.Groups[1]));
        Assert.True(Sample.Annotations.Attributes.TryGet(0, "parked", out var parked));
        Assert.Equal(AttributeValue.Of(false), parked);
        Assert.True(Sample.Annotations.Attributes.TryGet(0, "description", out var description));
        Assert.Equal("ä", description.AsText);
        Assert.True(Sample.Images.Attributes.TryGet(0, "blurred", out _));
    }

    [Fact]
    public void A_mask_is_a_picture_that_begins_at_the_first_point()
    {
        using var bitmap = new SKBitmap(3, 2);
        bitmap.Erase(SKColors.Black);
        bitmap.SetPixel(1, 0, SKColors.White);
        bitmap.SetPixel(2, 1, SKColors.White);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);

        var dataset = Parse(
            $$"""{"imageWidth": 20, "imageHeight": 10, "shapes": [{"label": "a", "shape_type": "mask", "points": [[5, 6], [8, 8]], "mask": "{{Convert.ToBase64String(png.ToArray())}}"}]}"""
        );

        var pixels = new byte[200];
        Assert.True(dataset.ReadMask(0).Mask!.TryCopyTo(pixels));
        Assert.Equal([6 * 20 + 6, 7 * 20 + 7], pixels.Index().Where(p => p.Item == 1).Select(p => p.Index));
    }

    [Theory]
    [InlineData("{\"points\": [[1, 2], [3, 4]]}", "LS2111")]
    [InlineData("{\"label\": \"a\"}", "LS2111")]
    [InlineData("{\"label\": \"a\", \"points\": [[1, 2], [3]]}", "LS2112")]
    [InlineData("{\"label\": \"a\", \"points\": [[1, 2]], \"shape_type\": \"blob\"}", "LS2112")]
    [InlineData("{\"label\": \"a\", \"points\": [[1, 2]], \"shape_type\": \"mask\", \"mask\": \"!\"}", "LS2112")]
    [InlineData("7", "LS2112")]
    public void What_is_wrong_with_a_shape_is_reported(string shape, string code)
    {
        var dataset = Parse($$"""{"imagePath": "a.png", "shapes": [{{shape}}]}""");

        Assert.Equal(code, Assert.Single(dataset.Problems).Code);
    }

    [Fact]
    public void A_broken_shape_costs_nothing_but_itself()
    {
        var dataset = Parse(Text.Replace("[[50, 50], [53, 54]]", "[[50 50], [53, 54]]"));

        Assert.Equal(4, dataset.Annotations.Count);
        Assert.Equal("LS2101", Assert.Single(dataset.Problems).Code);
        Assert.Equal(100, dataset.Images.Widths[0]);
    }

    [Fact]
    public void A_truncated_file_keeps_what_was_complete()
    {
        var dataset = Parse(Text[..Text.IndexOf("\"dot\"", StringComparison.Ordinal)]);

        Assert.Equal(4, dataset.Annotations.Count);
        Assert.Equal("LS2102", Assert.Single(dataset.Problems).Code);
    }

    [Fact]
    public void Every_prefix_and_random_damage_are_read_without_an_exception()
    {
        for (var length = 0; length < Text.Length; length += 3)
            Parse(Text[..length]);
        var random = new Random(2);
        for (var round = 0; round < 500; round++)
        {
            var chars = Text.ToCharArray();
            for (var i = 0; i < 4; i++)
                chars[random.Next(chars.Length)] = "{}[],:\"0-e.n \\"[random.Next(14)];
            var dataset = Parse(new string(chars));
            for (var i = 0; i < dataset.Annotations.Count; i++)
                dataset.Locate(Shape(i), Field.BoxPart(3));
        }
    }

    [Fact]
    public void A_value_is_located_exactly()
    {
        Assert.Equal("\"car\"", At(Sample, 0, Field.Category));
        Assert.Equal("20.0", At(Sample, 0, Field.BoxPart(3)));
        Assert.Equal("[[30.5, 40.0], [10.0, 20.0]]", At(Sample, 0, Field.Box));
        Assert.Equal("false", At(Sample, 0, Field.Attribute("parked")));
        Assert.Equal("[3, 4]", At(Sample, 2, Field.VertexOf(0, 1)));
        Assert.Equal("100", Read.Text(Sample, Sample.Locate(Element.Image(0), new(FieldKind.Width))));
    }

    [Fact]
    public void Edits_change_nothing_but_the_value()
    {
        Assert.Equal(Text.Replace("\"car\"", "\"a \\\"b\\\"\""), Edited(Sample, new SetCategory(Shape(0), "a \"b\"")));
        Assert.Equal(
            Text.Replace("[[30.5, 40.0], [10.0, 20.0]]", "[[31.0, 40.0], [0.0, 20.0]]"),
            Edited(Sample, new SetBox(Shape(0), Box.FromEdges(0, 20, 31, 40)))
        );
        Assert.Equal(
            Text.Replace("\"parked\": false", "\"parked\": true"),
            Edited(Sample, new SetAttribute(Shape(0), "parked", AttributeValue.Of(true)))
        );
        Assert.Equal(
            Text.Replace("\"imageWidth\": 100", "\"imageWidth\": 200"),
            Edited(Sample, new SetImageSize(Element.Image(0), 200, 80))
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_flag_that_is_added_is_read_again(int shape)
    {
        var applied = Parse(Edited(Sample, new SetAttribute(Shape(shape), "new \"flag\"", AttributeValue.Of(true))));

        Assert.Empty(applied.Problems);
        Assert.True(applied.Annotations.Attributes.TryGet(shape, "new \"flag\"", out var value));
        Assert.Equal(AttributeValue.Of(true), value);
    }

    [Fact]
    public void Shapes_are_removed_with_their_commas()
    {
        var applied = Parse(
            Edited(
                Sample,
                new Remove(Shape(4)),
                new Remove(Shape(0)),
                new SetPolygon(
                    Shape(2),
                    [
                        [1, 1, 9, 1, 9, 9],
                    ]
                )
            )
        );

        Assert.Empty(applied.Problems);
        Assert.Equal(3, applied.Annotations.Count);
        Assert.Equal(Box.FromEdges(1, 1, 9, 9), applied.Annotations.Boxes[1]);
    }

    [Fact]
    public void What_the_format_does_not_store_is_refused()
    {
        var plan = Sample.Edit([
            new SetAttribute(Shape(0), "color", AttributeValue.Of("red")),
            new SetArea(Shape(0), 5),
            new SetBox(Shape(2), new(1, 2, 3, 4)),
            new Remove(Element.Image(0)),
        ]);

        Assert.Equal(4, plan.Refused.Length);
        Assert.Empty(plan.Edits);
    }

    [RealDataTheory]
    [InlineData("2label-labelme/datasets/labelme")]
    [InlineData("2label-labelme/datasets/grapes")]
    [InlineData("review-metrics-labelme/data/database/gts/labelme_format")]
    public void Real_folders_are_read_completely(string folder)
    {
        var files = Directory
            .GetFiles(RealData.PathOf("labelme/" + folder), "*.json")
            .Order(StringComparer.Ordinal)
            .ToList();
        var dataset = DatasetReader.Read(files);
        var expected = files.Sum(file =>
            System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(file))!["shapes"]!.AsArray().Count
        );

        Assert.Empty(dataset.Problems);
        Assert.Equal((files.Count, expected), (dataset.Images.Count, dataset.Annotations.Count));
        for (var i = 0; i < dataset.Annotations.Count; i++)
            Assert.Equal(
                dataset.Categories.Names[dataset.Annotations.Categories[i]],
                At(dataset, i, Field.Category).Trim('"')
            );
    }
}
