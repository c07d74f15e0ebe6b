using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Formats.Rows;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Tests.Formats;

/// <summary>KITTI, MOT and VisDrone: rows of columns.</summary>
public class RowFormatTests
{
    static readonly Dataset Kitti = FormatFixtures.Read("kitti");
    static readonly Dataset Mot = FormatFixtures.Read("mot");

    [Fact]
    public void A_column_is_located_exactly()
    {
        Assert.Equal("Truck", Places.Of(Kitti, 3, Field.Category));
        Assert.Equal("599.41 156.40 629.75 189.25", Places.Of(Kitti, 3, Field.Box));
        Assert.Equal("189.25", Places.Of(Kitti, 3, Field.BoxPart(3)));
        Assert.Equal("0.91", Places.Of(Kitti, 4, Field.Score));
        Assert.Equal("0.25", Places.Of(Kitti, 4, Field.Attribute("truncated")));
        Assert.Equal("1106.1", Places.Of(Kitti, 1, Field.BoxPart(0)));
        Assert.Equal("2", Places.Of(Kitti, 1, FieldKind.Track));
        Assert.Equal("12.5", Places.Of(Mot, 1, Field.BoxPart(0)));
        Assert.Equal("0.25", Places.Of(Mot, 1, Field.Attribute("visibility")));
    }

    // By hand: heading along the camera's x axis (rotation_y = 0) is to the right, minus a quarter turn in a frame with x
    // ahead and y left.
    [Theory]
    [InlineData(0, -Math.PI / 2)]
    [InlineData(-Math.PI / 2, 0)]
    public void A_KITTI_cuboid_points_where_the_camera_sees_it_point(double turn, double yaw)
    {
        var text = FormattableString.Invariant($"Car 0 0 0 1 2 3 4 1.5 2 4 10 1.65 20 {turn:R}\n");
        var cuboid = Tests.Read.Bytes(Encoding.UTF8.GetBytes(text), "label_2/1.txt").ReadCuboid(0)!.Value;

        Assert.Equal((20, -10, 1.5 / 2 - 1.65), (cuboid.CenterX, cuboid.CenterY, cuboid.CenterZ));
        Assert.Equal((4, 2, 1.5), (cuboid.Length, cuboid.Width, cuboid.Height));
        var ahead = (X: 1 - 2 * cuboid.Rotation.Z * cuboid.Rotation.Z, Y: 2 * cuboid.Rotation.W * cuboid.Rotation.Z);
        Assert.Equal(Math.Cos(yaw), ahead.X, 1e-12);
        Assert.Equal(Math.Sin(yaw), ahead.Y, 1e-12);
    }

    [Fact]
    public void MOT_counts_pixels_from_one_unless_it_is_declared_otherwise()
    {
        var declared = FormatFixtures.Read(
            "mot",
            new ReadOptions { Coordinates = new CoordinateSettings { Origin = 0 } }
        );

        Assert.Equal(new Box(10, 20, 30, 40), Mot.Annotations.Boxes[0]);
        Assert.Equal(new Box(11, 21, 30, 40), declared.Annotations.Boxes[0]);
        Assert.Equal(
            0,
            Assert.Single(declared.Conventions, c => c.Folder.EndsWith("gt", StringComparison.Ordinal)).Origin
        );
        var plan = declared.Edit([new ElementChange.SetBox(Element.Annotation(0), new Box(12, 21, 30, 40))]);
        Assert.Equal("12", Assert.Single(plan.Edits).Text);
    }

    [Fact]
    public void A_sequence_takes_its_size_and_names_from_the_file_above()
    {
        Assert.Equal((1920, 1080), (Mot.Images.Widths[0], Mot.Images.Heights[0]));
        Assert.Equal("SEQ-01", Mot.Images.SequenceOf(0));
        Assert.Equal("img1/000001.jpg", Mot.Images.FileNames[0]);
    }

    [Theory]
    [InlineData("a,b", new[] { "a", "b" })]
    [InlineData("\"a,b\",c", new[] { "a,b", "c" })]
    [InlineData("\"a \"\"b\"\"\", c ", new[] { "a \"b\"", "c" })]
    [InlineData("a,,", new[] { "a", "", "" })]
    [InlineData("\"never closed, a", new[] { "\"never closed, a" })]
    public void Quotes_hold_separators(string line, string[] expected)
    {
        var row = TextRow.Split(Encoding.UTF8.GetBytes(line), (byte)',', []);
        var texts = new List<string>();
        for (var i = 0; i < row.Count; i++)
            texts.Add(row.Text(i));

        Assert.Equal(expected, texts);
    }

    [Theory]
    [InlineData("csv", "picture;kind;x;y;w;h\na.png;cat;51;21;30;40\n")]
    [InlineData("jsonl", """{"picture": "a.png", "kind": "cat", "x": 51, "y": 21, "w": 30, "h": 40}""")]
    public void A_table_is_read_as_its_columns_are_declared(string format, string text)
    {
        var options = new ReadOptions
        {
            Format = AnnotationFormats.Find(format),
            Columns = new TableColumns
            {
                Image = "picture",
                Class = "kind",
                CenterX = "x",
                CenterY = "y",
                Width = "w",
                Height = "h",
            },
            Coordinates = new CoordinateSettings { Origin = 1 },
        };
        var dataset = DatasetReader.Read([new ReadInput("a." + format, Encoding.UTF8.GetBytes(text))], options);

        Assert.Empty(dataset.Problems);
        Assert.Equal(new Box(35, 0, 30, 40), dataset.Annotations.Boxes[0]);
        Assert.Equal("a.png", dataset.Images.FileNames[0]);
        Assert.Equal("51", Places.Of(dataset, 0, Field.BoxPart(0)));
        var plan = dataset.Edit([new ElementChange.SetBox(Element.Annotation(0), new Box(36, 0, 30, 40))]);
        Assert.Equal("52", Assert.Single(plan.Edits).Text);
    }

    [Fact]
    public void A_declared_column_that_the_table_lacks_is_reported()
    {
        var options = new ReadOptions
        {
            Columns = new TableColumns { Image = "picture" },
            Format = AnnotationFormats.Find("csv"),
        };
        var dataset = DatasetReader.Read([new ReadInput("a.csv", "image,xmin\na,1\n"u8.ToArray())], options);

        Assert.Equal("LS2405", Assert.Single(dataset.Problems).Code);
    }
}
