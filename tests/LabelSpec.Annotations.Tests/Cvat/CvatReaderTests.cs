using System.Text;
using System.Xml.Linq;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Reading;
using LabelSpec.Geometry;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Cvat;

public class CvatReaderTests
{
    static readonly Dataset Images = CvatFixture.Read(CvatFixture.Images);

    static Dataset Parse(string text) => CvatFixture.Read(Encoding.UTF8.GetBytes(text));

    static Dataset ParseImage(string shapes) =>
        Parse($"<annotations><image id='0' name='a.png' width='100' height='80'>{shapes}</image></annotations>");

    [Fact]
    public void Every_shape_is_read_as_what_it_is()
    {
        Assert.Empty(Images.Problems);
        Assert.Equal("cvat", Images.Files[0].Format!.Id);
        Assert.Equal(
            [
                ShapeKind.Box,
                ShapeKind.RotatedBox,
                ShapeKind.Polygon,
                ShapeKind.Polyline,
                ShapeKind.Point,
                ShapeKind.Ellipse,
                ShapeKind.Cuboid,
                ShapeKind.Mask,
                ShapeKind.Skeleton,
                ShapeKind.Tag,
            ],
            Images.Annotations.Shapes.ToArray()
        );
    }

    [Fact]
    public void Images_carry_their_name_size_id_and_subset()
    {
        var images = Images.Images;

        Assert.Equal(["a/x.png", "b.png"], images.FileNames.ToArray());
        Assert.Equal((100, 80), (images.Widths[0], images.Heights[0]));
        Assert.Equal([4, 5], images.Ids.ToArray().Select(id => id.Value));
        Assert.False(images.Frames.IsPresent);
        Assert.Equal(("train", null), (images.SplitOf(0), images.SplitOf(1)));
        Assert.Equal(10, Images.Annotations.OfImage(0).Length);
        Assert.Empty(Images.Annotations.OfImage(1).ToArray());
        Assert.StartsWith("<image id=\"4\"", Read.Text(Images, images.SpanOf(0)));
        Assert.EndsWith("</image>", Read.Text(Images, images.SpanOf(0)));
    }

    [Fact]
    public void A_box_is_continuous_edges()
    {
        Assert.Equal(new Box(10.5, 20, 19.75, 21), Images.Annotations.Boxes[0]);
        Assert.True(Images.Annotations.Flags[0].HasFlag(AnnotationFlags.HasStoredBox));
    }

    [Fact]
    public void Rotation_is_in_degrees_about_the_centre()
    {
        Assert.Equal(30.5, Images.Annotations.Angles[1]);
        Assert.Equal(new Box(10, 20, 20, 20), Images.Annotations.Boxes[1]);
        Assert.Equal(new Box(40, 35, 20, 10), Images.Annotations.Boxes[5]);
        Assert.Equal(90, Images.Annotations.Angles[5]);
    }

    [Fact]
    public void Points_become_vertices_and_their_bounds_the_box()
    {
        var buffer = new PolygonBuffer();

        Assert.True(Images.ReadPolygon(2, buffer));
        Assert.Equal([1, 2, 3, 4, 5, 1.5], buffer.Coordinates.ToArray());
        Assert.Equal(Box.FromEdges(1, 1.5, 5, 4), Images.Annotations.Boxes[2]);
    }

    [Fact]
    public void A_cuboid_is_its_two_faces_as_rings()
    {
        var buffer = new PolygonBuffer();

        Assert.True(Images.ReadPolygon(6, buffer));
        Assert.Equal(2, buffer.PartCount);
        Assert.Equal([1, 2, 5, 2, 5, 6, 1, 6], buffer.PartAt(0).ToArray());
        Assert.Equal([7, 3, 9, 3, 9, 5, 7, 5], buffer.PartAt(1).ToArray());
        Assert.Equal(Box.FromEdges(1, 2, 9, 6), Images.Annotations.Boxes[6]);
    }

    [Fact]
    public void A_mask_runs_row_by_row_in_its_own_box()
    {
        var mask = Images.ReadMask(7).Mask!;
        var pixels = new byte[100 * 80];
        Assert.True(mask.TryCopyTo(pixels));

        // 3 x 3 pixels from (10, 5): . x x / . . . / x x x
        var expected = new (int X, int Y)[] { (11, 5), (12, 5), (10, 7), (11, 7), (12, 7) };
        Assert.Equal((80, 100), (mask.Height, mask.Width));
        Assert.Equal(expected.Length, mask.Area);
        Assert.All(expected, pixel => Assert.Equal(1, pixels[pixel.Y * 100 + pixel.X]));
    }

    [Fact]
    public void A_skeleton_has_its_points_in_the_declared_order()
    {
        var buffer = new KeypointBuffer();

        Assert.True(Images.ReadKeypoints(8, buffer));
        Assert.Equal([new(7.5, 8.5, 2), new(5.5, 6.5, 1), new(9.5, 10.5, 0)], buffer.Points.ToArray());
        Assert.Equal(
            "hand head foot",
            string.Join(' ', Images.Categories.Declarations.Single(d => d.Name == "body").Keypoints)
        );
    }

    [Theory]
    [InlineData(0, "7.5,8.5")]
    [InlineData(1, "5.5,6.5")]
    [InlineData(2, "9.5,10.5")]
    public void A_keypoint_is_located_by_its_name(int index, string points)
    {
        Assert.Contains(points, Read.Text(Images, Images.Locate(Element.Annotation(8), Field.Keypoint(index))));
    }

    [Theory]
    [InlineData(0, FieldKind.Category, 0, "car &amp; van")]
    [InlineData(0, FieldKind.BoxPart, 2, "30.25")]
    [InlineData(0, FieldKind.Box, 0, "10.50\" ytl=\"20.00\" xbr=\"30.25\" ybr=\"41.00")]
    [InlineData(0, FieldKind.Group, 0, "5")]
    [InlineData(1, FieldKind.Angle, 0, "30.5")]
    [InlineData(2, FieldKind.Segmentation, 0, "1.00,2.00;3.00,4.00;5.00,1.50")]
    [InlineData(5, FieldKind.BoxPart, 1, "40.0")]
    [InlineData(7, FieldKind.Segmentation, 0, "1, 2, 3, 3")]
    public void A_value_is_located_exactly(int shape, FieldKind kind, int index, string expected)
    {
        var span = Images.Locate(Element.Annotation(shape), new(kind, Index: index));

        Assert.Equal(expected, Read.Text(Images, span));
    }

    [Fact]
    public void A_vertex_is_located_exactly()
    {
        Assert.Equal("3.00,4.00", Read.Text(Images, Images.Locate(Element.Annotation(2), Field.VertexOf(0, 1))));
        Assert.Equal("9\" ybr2=\"5", Read.Text(Images, Images.Locate(Element.Annotation(6), Field.VertexOf(1, 2))));
    }

    [Fact]
    public void What_stands_outside_of_the_element_is_located_there()
    {
        var video = CvatFixture.Read(CvatFixture.Video);

        Assert.Equal("car", Read.Text(video, video.Locate(Element.Annotation(0), Field.Category)));
        Assert.Equal("640", Read.Text(video, video.Locate(Element.Image(0), new(FieldKind.Width))));
        Assert.Equal("1", Read.Text(video, video.Locate(Element.Track(1), Field.Id)));
        var label = Images.Locate(Element.CategoryDeclaration(0), Field.Attribute("state"));
        Assert.StartsWith("<attribute>", Read.Text(Images, label));
    }

    [Fact]
    public void Attributes_are_texts_and_occlusion_is_a_truth_value()
    {
        var attributes = Images.Annotations.Attributes;

        Assert.True(attributes.TryGet(0, "state", out var state));
        Assert.Equal(AttributeValue.Of("parked"), state);
        Assert.True(attributes.TryGet(0, "plate", out var plate));
        Assert.Equal("A < B", plate.AsText);
        Assert.True(attributes.TryGet(0, "occluded", out var occluded));
        Assert.Equal(AttributeValue.Of(true), occluded);
        Assert.True(attributes.TryGet(0, "source", out var source));
        Assert.Equal("manual", source.AsText);
        Assert.Equal((2, 5), (Images.Annotations.ZOrders[0], Images.Annotations.Groups[0]));
        Assert.Equal(-1, Images.Annotations.Groups[1]);
    }

    [Fact]
    public void Labels_are_declared_with_their_attributes_and_shape()
    {
        var declarations = Images.Categories.Declarations;
        var attribute = Assert.Single(declarations[0].Attributes);

        Assert.Equal(["car & van", "road", "body"], declarations.Select(d => d.Name));
        Assert.Equal([ShapeKind.Box, ShapeKind.None, ShapeKind.Skeleton], declarations.Select(d => d.Shape));
        Assert.Equal(
            ("state", "select", true, "moving"),
            (attribute.Name, attribute.InputType, attribute.IsMutable, attribute.Default)
        );
        Assert.Equal(["moving", "parked"], attribute.Values.AsEnumerable());
        Assert.Equal("car & van", Images.Categories.Names[Images.Annotations.Categories[0]]);
    }

    [Fact]
    public void A_video_is_tracks_over_frames()
    {
        var video = CvatFixture.Read(CvatFixture.Video);
        var annotations = video.Annotations;

        Assert.Empty(video.Problems);
        Assert.Equal([9, 10, 11], video.Images.Frames.Values.ToArray());
        Assert.Equal((640, 480), (video.Images.Widths[0], video.Images.Heights[0]));
        Assert.Equal("street.mp4", video.Images.SequenceOf(0));
        Assert.Equal([1, 2, 0], annotations.Images.ToArray());
        Assert.Equal([10, 11, 9], annotations.Frames.Values.ToArray());
        Assert.Equal([0, 0, 1], annotations.Tracks.Values.ToArray());
        Assert.Equal(AnnotationFlags.Keyframe, annotations.Flags[0] & AnnotationFlags.Keyframe);
        Assert.Equal(
            AnnotationFlags.Outside,
            annotations.Flags[1] & (AnnotationFlags.Outside | AnnotationFlags.Keyframe)
        );
        Assert.Equal([0, 1], [video.Tracks[0].Id.Value, video.Tracks[1].Id.Value]);
        Assert.Equal("car", video.Categories.Names[video.Tracks[1].Category]);
        Assert.EndsWith("</track>", Read.Text(video, video.Tracks[0].Span));
    }

    [Theory]
    [InlineData("<box label='a' xtl='1' ytl='2' xbr='x' ybr='4'/>", "LS2208", "x")]
    [InlineData("<box label='a' xtl='1' ytl='2' xbr='3'/>", "LS2207", null)]
    [InlineData("<box xtl='1' ytl='2' xbr='3' ybr='4'/>", "LS2207", null)]
    [InlineData("<polygon label='a'/>", "LS2207", null)]
    [InlineData("<polygon label='a' points='1,2;3,4;5,b6'/>", "LS2208", "b6")]
    [InlineData("<circle label='a'/>", "LS2209", null)]
    [InlineData("<mask label='a' rle='5' left='0' top='0' width='2' height='2'/>", "LS2210", "5")]
    [InlineData("<mask label='a' rle='1,-1' left='0' top='0' width='2' height='2'/>", "LS2210", "1,-1")]
    public void What_is_wrong_with_a_shape_is_reported_at_its_place(string shape, string code, string? place)
    {
        var dataset = ParseImage(shape);

        var problem = Assert.Single(dataset.Problems);
        Assert.Equal(code, problem.Code);
        Assert.Equal(place ?? shape, Read.Text(dataset, problem.Span));
    }

    [Fact]
    public void NaN_is_kept_for_the_checks()
    {
        Assert.True(
            double.IsNaN(ParseImage("<box label='a' xtl='nan' ytl='2' xbr='3' ybr='4'/>").Annotations.Boxes[0].Left)
        );
    }

    [Fact]
    public void A_truncated_file_keeps_what_was_complete()
    {
        var text = Encoding.UTF8.GetString(CvatFixture.Images);
        var dataset = Parse(text[..text.IndexOf("ellipse", StringComparison.Ordinal)]);

        Assert.Equal(5, dataset.Annotations.Count);
        Assert.Equal(XmlProblems.Truncated.Code, Assert.Single(dataset.Problems).Code);
    }

    [Fact]
    public void A_broken_tag_costs_one_shape()
    {
        var dataset = ParseImage(
            "<box label='a xtl='1' ytl='2' xbr='3' ybr='4'><attribute name='x'>1</attribute></box>"
                + "<points label='b' points='1,2'/>"
        );

        Assert.NotEmpty(dataset.Problems);
        Assert.Contains(ShapeKind.Point, dataset.Annotations.Shapes.ToArray());
    }

    [Fact]
    public void Every_prefix_and_random_damage_are_read_without_an_exception()
    {
        foreach (var fixture in (byte[][])[CvatFixture.Images, CvatFixture.Video])
        {
            for (var length = 0; length < fixture.Length; length += 7)
                CvatFixture.Read(fixture[..length]);
            var random = new Random(11);
            for (var round = 0; round < 300; round++)
            {
                var damaged = fixture.ToArray();
                for (var i = 0; i < 6; i++)
                    damaged[random.Next(damaged.Length)] = "<>/'\"!-;,.&= a09\0"u8[random.Next(17)];
                ReadEverything(CvatFixture.Read(damaged));
            }
        }
    }

    [RealDataTheory]
    [InlineData("datumaro-cvat/tests/assets/cvat_dataset/for_images/export_project/annotations.xml", 6, 12, 2)]
    [InlineData("datumaro-cvat/tests/assets/cvat_dataset/for_images/export_task/train.xml", 2, 4, 2)]
    [InlineData("datumaro-cvat/tests/assets/cvat_dataset/for_video/annotations.xml", 3, 7, 3)]
    [InlineData("review-metrics-cvat/data/database/gts/cvat_format/annotations.xml", 100, 273, 20)]
    [InlineData("2label-cvat/datasets/cvat1.1/annotations.xml", 4, 25, 8)]
    [InlineData("maxkuklavod/resourses/cvat/exported_annotations/annotations.xml", 14, 24, 2)]
    public void Real_files_are_read_completely(string path, int images, int shapes, int labels)
    {
        var full = RealData.PathOf("cvat/" + path);
        var dataset = DatasetReader.Read([full]);

        Assert.Empty(dataset.Problems);
        Assert.Equal((images, shapes), (dataset.Images.Count, dataset.Annotations.Count));
        Assert.Equal(labels, dataset.Categories.Declarations.Length);
        ReadEverything(dataset);
        LocateEverything(dataset);
    }

    [RealDataFact]
    public void Boxes_of_a_real_file_are_the_ones_that_System_Xml_finds()
    {
        var path = RealData.PathOf("cvat/review-metrics-cvat/data/database/gts/cvat_format/annotations.xml");
        var expected = XDocument
            .Load(path)
            .Descendants("box")
            .Select(box =>
                Box.FromEdges(
                    (double)box.Attribute("xtl")!,
                    (double)box.Attribute("ytl")!,
                    (double)box.Attribute("xbr")!,
                    (double)box.Attribute("ybr")!
                )
            );

        Assert.Equal(expected, DatasetReader.Read([path]).Annotations.Boxes.ToArray());
    }

    [RealDataFact]
    public void The_defects_of_real_files_are_there_to_be_found()
    {
        var project = DatasetReader.Read([
            RealData.PathOf("cvat/datumaro-cvat/tests/assets/cvat_dataset/for_images/export_project/annotations.xml"),
        ]);
        var attribute = project.Categories.Declarations[0].Attributes.Single(a => a.Name == "a2");
        var values = project.Annotations.Attributes.Find("a2")!;
        var names = project.Images.FileNames.ToArray();

        Assert.Equal(4, names.Length - names.Distinct().Count());
        Assert.DoesNotContain(attribute.Default, attribute.Values);
        Assert.Equal(3, values.Entries.Count(entry => !attribute.Values.Contains(values.Pool[entry.Code].AsText)));
    }

    static void LocateEverything(Dataset dataset)
    {
        for (var i = 0; i < dataset.Annotations.Count; i++)
        {
            var element = Element.Annotation(i);
            var whole = dataset.SpanOf(element);
            Assert.NotEqual(whole, dataset.Locate(element, Field.Category));
            foreach (var column in dataset.Annotations.Attributes.Columns)
                if (column.TryGet(i, out var value) && value.Kind == AttributeValueKind.Text)
                    Assert.Equal(
                        value.AsText,
                        Read.Text(dataset, dataset.Locate(element, Field.Attribute(column.Name)))
                    );
        }

        for (var i = 0; i < dataset.Images.Count; i++)
            Assert.Equal(
                $"{dataset.Images.Widths[i]}",
                Read.Text(dataset, dataset.Locate(Element.Image(i), new(FieldKind.Width)))
            );
    }

    static void ReadEverything(Dataset dataset)
    {
        var (polygon, keypoints) = (new PolygonBuffer(), new KeypointBuffer());
        for (var i = 0; i < dataset.Annotations.Count; i++)
        {
            dataset.ReadPolygon(i, polygon);
            dataset.ReadKeypoints(i, keypoints);
            dataset.ReadMask(i);
            dataset.Locate(Element.Annotation(i), Field.Box);
            dataset.Locate(Element.Annotation(i), Field.VertexOf(0, 1));
        }
    }
}
