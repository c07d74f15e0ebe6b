using System.Globalization;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;
using LabelSpec.Geometry;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Yolo;

public sealed class YoloReaderTests : IDisposable
{
    readonly YoloFolderFixture folder = new();

    public void Dispose() => folder.Dispose();

    Dataset ReadRows(string rows, string definition = "nc: 2\nnames: [cat, dog]\ntrain: images\n")
    {
        folder.Write("data.yaml", definition).Write("labels/a.txt", rows).Picture("images/a.png", 100, 50);
        return folder.Read();
    }

    static string[] Codes(Dataset dataset) => [.. dataset.Problems.Select(problem => problem.Code)];

    /// <summary>A trainer drops the picture of such a file without a word.</summary>
    [Theory]
    [InlineData("1 0.5 0.5\n")]
    [InlineData("x 0.5 0.5 0.2 0.4\n1 0.5 0.5 0.2 0.4\n")]
    [InlineData("1 0.5 0.5 0.2 0.4\n1 0.5\n")]
    public void A_damaged_row_does_not_hide_its_file(string rows)
    {
        var dataset = ReadRows(rows);

        Assert.NotEmpty(dataset.Problems);
        Assert.Single(dataset.Images.FileNames.ToArray());
    }

    [Theory]
    [InlineData("cat\ndog\n")]
    [InlineData("Labels of the second round.\n")]
    public void What_lies_among_labels_and_is_none_is_not_read(string text)
    {
        folder.Write("labels/read.me.txt", text);

        Assert.Equal(0, folder.Read().Images.Count);
    }

    [Fact]
    public void A_row_is_a_box_in_shares_of_the_pictures_size()
    {
        var dataset = ReadRows("1 0.5 0.5 0.2 0.4\n0 0.1 0.2 0.1 0.1 0.75\n");

        Assert.Empty(dataset.Problems);
        Assert.Equal((100, 50), (dataset.Images.Widths[0], dataset.Images.Heights[0]));
        Assert.Equal(CoordinateUnit.Pixels, dataset.Images.Units[0]);
        Assert.Equal("images/a.png", dataset.Images.FileNames[0]);
        AssertClose(new(40, 15, 20, 20), dataset.Annotations.Boxes[0]);
        Assert.Equal("dog", dataset.Categories.Names[dataset.Annotations.Categories[0]]);
        Assert.True(double.IsNaN(dataset.Annotations.Scores[0]));
        Assert.Equal(0.75, dataset.Annotations.Scores[1]);
        Assert.True(dataset.Annotations.Flags[1].HasFlag(AnnotationFlags.Prediction));
    }

    [Fact]
    public void Without_the_picture_the_image_is_1_by_1_and_says_so()
    {
        var dataset = folder.Write("labels/a.txt", "0 0.5 0.5 0.2 0.4\n").Read();

        Assert.Equal(CoordinateUnit.Normalized, dataset.Images.Units[0]);
        Assert.Equal((1, 1), (dataset.Images.Widths[0], dataset.Images.Heights[0]));
        AssertClose(new(0.4, 0.3, 0.2, 0.4), dataset.Annotations.Boxes[0]);
        Assert.Equal(["LS2309"], Codes(dataset));
    }

    [Fact]
    public void An_empty_file_is_empty_and_a_picture_without_file_is_not_labelled()
    {
        folder
            .Write("data.yaml", "path: .\ntrain: images/train\nval: images/val\nnames: {0: cat, 1: dog}\n")
            .Write("labels/train/a.txt", "0 0.5 0.5 0.2 0.4\n")
            .Write("labels/train/b.txt", "")
            .Write("labels/val/c.txt", "1 0.5 0.5 0.2 0.4\n")
            .Picture("images/train/a.png", 10, 10)
            .Picture("images/train/b.png", 10, 10)
            .Picture("images/val/c.png", 10, 10)
            .Picture("images/val/d.png", 10, 10);

        var dataset = folder.Read("data.yaml");

        Assert.Empty(dataset.Problems);
        Assert.Equal(
            [
                ("images/train/a.png", "train", ImageState.Annotated),
                ("images/train/b.png", "train", ImageState.Empty),
                ("images/val/c.png", "val", ImageState.Annotated),
                ("images/val/d.png", "val", ImageState.NotAnnotated),
            ],
            Enumerable
                .Range(0, 4)
                .Select(i => (dataset.Images.FileNames[i], dataset.Images.SplitOf(i), dataset.Images.States[i]))
        );
        Assert.Equal(folder.Read().Images.Count, dataset.Images.Count);
    }

    [Fact]
    public void Names_come_from_the_nearest_definition()
    {
        folder.Write("set/classes.txt", "cat\ndog\n").Write("set/labels/a.txt", "1 0.5 0.5 0.2 0.4\n");

        var dataset = folder.Read("set/labels");

        Assert.Equal("dog", dataset.Categories.Names[dataset.Annotations.Categories[0]]);
        Assert.Equal("dog", Read.Text(dataset, dataset.Categories.Declarations[1].Span));
    }

    [Fact]
    public void Declarations_stand_where_the_name_stands()
    {
        var dataset = ReadRows("0 0.5 0.5 0.2 0.4\n", "# ä comment with ü\ntrain: images\nnames:\n  - cät\n  - dog\n");

        Assert.Equal(["cät", "dog"], dataset.Categories.Declarations.Select(d => Read.Text(dataset, d.Span)));
        Assert.Equal([0, 1], dataset.Categories.Declarations.Select(d => d.Id.Value));
    }

    [Theory]
    [InlineData("0 0.5 0.5 0.2\n", "LS2301", "0 0.5 0.5 0.2")]
    [InlineData("0 0.5 0.5 0.2 0.1 0.9 7\n0 0.5 0.5 0.2 0.2 1 2 3\n", "LS2301", "0 0.5 0.5 0.2 0.2 1 2 3")]
    [InlineData("0 0,5 0.5 0.2 0.4\n", "LS2302", "0,5")]
    [InlineData("0 0.5 nan 0.2 0.4\n", "LS2302", "nan")]
    [InlineData("2 0.5 0.5 0.2 0.4\n", "LS2303", "2")]
    [InlineData("0.5 0.5 0.5 0.2 0.4\n", "LS2304", "0.5")]
    [InlineData("0 0.5 0.5 0.2 0.4\r\n", "LS2306", "\r\n")]
    public void A_defect_is_reported_at_its_place(string rows, string code, string place)
    {
        var dataset = ReadRows(rows);

        var problem = Assert.Single(dataset.Problems);
        Assert.Equal((code, place), (problem.Code, Read.Text(dataset, problem.Span)));
        Assert.NotEqual(0, dataset.Annotations.Count);
    }

    [Fact]
    public void A_byte_order_mark_is_reported_and_takes_no_column()
    {
        var dataset = ReadRows("\uFEFF0 0.5 0.5 0.2 0.4\n");

        Assert.Equal(["LS2008"], Codes(dataset));
        Assert.Equal("0 0.5 0.5 0.2 0.4", Read.Text(dataset, dataset.Annotations.SpanOf(0)));
    }

    [Fact]
    public void Polygons_are_polygons_and_a_box_among_them_is_named_with_its_line()
    {
        var dataset = ReadRows("0 0.1 0.2 0.3 0.2 0.3 0.6\n\n1 0.5 0.5 0.2 0.4\n");

        var buffer = new PolygonBuffer();
        Assert.Equal([ShapeKind.Polygon, ShapeKind.Box], dataset.Annotations.Shapes.ToArray());
        Assert.True(dataset.ReadPolygon(0, buffer));
        Assert.Equal([10, 10, 30, 10, 30, 30], buffer.Coordinates.ToArray().Select(n => Math.Round(n, 9)));
        AssertClose(Box.FromEdges(10, 10, 30, 30), dataset.Annotations.Boxes[0]);
        var problem = Assert.Single(dataset.Problems);
        Assert.Equal(("LS2305", 3), (problem.Code, dataset.PositionOf(problem.Span).Line));
    }

    [Fact]
    public void Keypoints_follow_the_box_in_the_defined_shape()
    {
        var dataset = ReadRows(
            "0 0.5 0.5 0.2 0.4 0.1 0.2 2 0.3 0.4 1\n0 0.5 0.5 0.2 0.4 0.1\n",
            "names: [person]\nval: images\nkpt_shape: [2, 3]\nflip_idx: [1, 0]\n"
        );

        var buffer = new KeypointBuffer();
        Assert.True(dataset.ReadKeypoints(0, buffer));
        Assert.Equal([new(10, 10, 2), new(30, 20, 1)], buffer.Points.ToArray());
        Assert.Equal(ShapeKind.Skeleton, dataset.Annotations.Shapes[0]);
        Assert.Equal(["LS2301"], Codes(dataset));
        Assert.Equal("1 0", string.Join(' ', dataset.Categories.Declarations[0].FlippedKeypoints));
        var second = dataset.Locate(Element.Annotation(0), Field.Keypoint(1));
        Assert.Equal("0.3 0.4 1", Read.Text(dataset, second));
    }

    [Fact]
    public void Four_corners_are_a_turned_box()
    {
        // A square of 20 px sides about (50, 25), turned by 45 degrees, in a picture of 100 x 50.
        var half = Math.Sqrt(200);
        double[] corners = [50, 25 - half, 50 + half, 25, 50, 25 + half, 50 - half, 25];
        var shares = corners.Select(
            (c, i) => (c / (i % 2 == 0 ? 100 : 50)).ToString("F6", CultureInfo.InvariantCulture)
        );

        var dataset = ReadRows($"0 {string.Join(' ', shares)}\n");

        Assert.Empty(dataset.Problems);
        Assert.Equal(ShapeKind.RotatedBox, dataset.Annotations.Shapes[0]);
        Assert.Equal(45, dataset.Annotations.Angles[0], 3);
        var box = dataset.Annotations.Boxes[0];
        Assert.Equal(
            (40, 15, 20, 20),
            (Math.Round(box.Left, 3), Math.Round(box.Top, 3), Math.Round(box.Width, 3), Math.Round(box.Height, 3))
        );
    }

    [Fact]
    public void Four_points_that_are_no_rectangle_stay_a_polygon()
    {
        Assert.Equal([ShapeKind.Polygon], ReadRows("0 0.1 0.1 0.9 0.1 0.5 0.5 0.1 0.9\n").Annotations.Shapes.ToArray());
    }

    [Theory]
    [InlineData("nc: 3\nnames: [a, b]\n", "LS2307", "3")]
    [InlineData("names: [a]\nnc: x\n", "LS2308", "x")]
    [InlineData("names: {a: b}\nnc: 0\n", "LS2308", "a")]
    [InlineData("names: [a]\ntrain: x\nkpt_shape: [17, 4]\n", "LS2310", "[17, 4]")]
    [InlineData("names: [a]\ntrain: x\nkpt_shape: [3, 2]\nflip_idx: [1, 2, 0]\n", "LS2310", "1")]
    [InlineData("names: [a]\ntrain: x\nkpt_shape: [3, 2]\nflip_idx: [0, 2, 7]\n", "LS2310", "2")]
    [InlineData("names: [a]\ntrain: x\nkpt_shape: [3, 2]\nflip_idx: [7, 2, 1]\n", "LS2310", "7")]
    [InlineData("names: [a]\ntrain: x\nkpt_shape: [3, 2]\nflip_idx: 3\n", "LS2310", "3")]
    [InlineData("names: [a]\ntrain: x\nkpt_shape: [3, 2]\nflip_idx: [1, 0]\n", "LS2310", "[1, 0]")]
    public void A_defect_of_the_definition_is_reported_at_its_place(string definition, string code, string place)
    {
        var dataset = folder.Write("data.yaml", definition).Read("data.yaml");

        var problem = Assert.Single(dataset.Problems);
        Assert.Equal((code, place), (problem.Code, Read.Text(dataset, problem.Span)));
    }

    [Fact]
    public void A_turned_picture_counts_with_its_sides_swapped()
    {
        var dataset = ReadRows("0 0.5 0.5 0.2 0.4\n");
        var picture = Path.Combine(folder.Root, "images", "a.png");
        File.Delete(picture);
        // A little-endian TIFF of 100 x 50 with orientation 6.
        File.WriteAllBytes(
            Path.ChangeExtension(picture, ".tif"),
            Convert.FromHexString(
                "49492A0008000000030000010300010000006400000001010300010000003200000012010300010000000600000000000000"
            )
        );

        Assert.Equal((100, 50), (dataset.Images.Widths[0], dataset.Images.Heights[0]));
        var turned = folder.Read();
        Assert.Equal((50, 100), (turned.Images.Widths[0], turned.Images.Heights[0]));
    }

    [Theory]
    [InlineData(FieldKind.Category, 0, "1")]
    [InlineData(FieldKind.Box, 0, "0.5  0.25\t0.2 0.4")]
    [InlineData(FieldKind.BoxPart, 1, "0.25")]
    [InlineData(FieldKind.Score, 0, "0.9")]
    public void A_value_is_located_exactly(FieldKind kind, int index, string expected)
    {
        var dataset = ReadRows("\n 1 0.5  0.25\t0.2 0.4 0.9 \n");

        Assert.Equal(expected, Read.Text(dataset, dataset.Locate(Element.Annotation(0), new(kind, Index: index))));
    }

    [Fact]
    public void Every_prefix_and_random_damage_are_read_without_an_exception()
    {
        var text = "0 0.1 0.2 0.3 0.2 0.3 0.6\n1 0.5 0.5 0.2 0.4\r\n0 0.5 0.5 0.2 0.4 0.1 0.2 2 0.3\n";
        var random = new Random(9);
        for (var round = 0; round < 150; round++)
        {
            var chars = text[..random.Next(text.Length)].ToCharArray();
            for (var i = 0; i < 4 && chars.Length > 0; i++)
                chars[random.Next(chars.Length)] = "0 .,-\nexn\0é9"[random.Next(12)];
            var dataset = DatasetReader.Read(
                [new ReadInput("/no/such/labels/a.txt", System.Text.Encoding.UTF8.GetBytes(chars))],
                new ReadOptions { Format = AnnotationFormats.Find("yolo") }
            );
            for (var i = 0; i < dataset.Annotations.Count; i++)
                dataset.Locate(Element.Annotation(i), Field.BoxPart(3));
        }
    }

    [Fact]
    public void A_path_in_a_definition_that_leads_nowhere_is_no_error()
    {
        var dataset = folder
            .Write("data.yaml", "train: /no/such/images\nval: ../../../images\nnames: [a]\n")
            .Read("data.yaml");

        Assert.Equal(0, dataset.Images.Count);
    }

    [RealDataTheory]
    [InlineData("review-metrics-yolo/data/database/gts/yolo_format", 100, 273)]
    [InlineData("2label-yolo/datasets/phones/labels", 2, 10)]
    [InlineData("label-studio-yolo/tests/custom/converter/data/test_import_yolo_data/labels", 7, -1)]
    [InlineData("datumaro-yolo/tests/assets/roboflow_dataset/yolo", 3, 4)]
    [InlineData("2label-yolo/datasets/yolo", 4, -1)]
    [InlineData("2label-yolo/datasets/yolo1.1", 4, -1)]
    public void Real_folders_are_read_completely(string path, int images, int rows)
    {
        var full = RealData.PathOf("yolo/" + path);
        var dataset = DatasetReader.Read([full]);
        var files = Directory
            .GetFiles(full, "*.txt", SearchOption.AllDirectories)
            .Where(file =>
                dataset.Files.Any(known => known.FullPath == file && Path.GetFileName(file) != "classes.txt")
            );

        Assert.Equal(images, dataset.Images.Count);
        Assert.Equal(
            files.Sum(file => File.ReadLines(file).Count(line => line.Trim().Length > 0)),
            dataset.Annotations.Count
        );
        if (rows >= 0)
            Assert.Equal(rows, dataset.Annotations.Count);
        Assert.All(dataset.Problems, problem => Assert.Contains(problem.Code, (string[])["LS2309", "LS2306"]));
        Assert.All(dataset.Annotations.Categories.ToArray(), category => Assert.True(category >= 0));
    }

    static void AssertClose(Box expected, Box actual)
    {
        Assert.Equal(expected.Left, actual.Left, 9);
        Assert.Equal(expected.Top, actual.Top, 9);
        Assert.Equal(expected.Width, actual.Width, 9);
        Assert.Equal(expected.Height, actual.Height, 9);
    }
}
