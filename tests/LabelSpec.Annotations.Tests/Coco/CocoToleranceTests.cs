using System.Text;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Tests.Coco;

/// <summary>What real exporters get wrong: each is told with its place, and the rest of the file is read.</summary>
public class CocoToleranceTests
{
    [Theory]
    [InlineData(
        """{"images": [], "annotations": [{"id": 1, "image_id": 1, "bbox": [NaN, 1, 2, 3]}]}""",
        "1:66 LS2103 x1"
    )]
    [InlineData(
        """{"images": [], "annotations": [{"id": 1, "image_id": 1, "bbox": [Infinity, -Infinity, 2, 3]}]}""",
        "1:66 LS2103 x2"
    )]
    [InlineData(
        """{"images": [], "annotations": [{"id": 1, "image_id": 1, "segmentation": [[1, NaN, 2, 3]]}]}""",
        "1:78 LS2103 x1"
    )]
    [InlineData("""{"images": [], "annotations": [{"id": "1", "image_id": 1}]}""", "1:39 LS2113 x1")]
    [InlineData("""{"images": [], "annotations": [{"id": 1.5, "image_id": 1}]}""", "1:39 LS2114 x1")]
    [InlineData(
        """{"images": [], "annotations": [{"id": 123456789012345678901234567890, "image_id": 1}]}""",
        "1:39 LS2114 x1"
    )]
    [InlineData("""{"images": [], "annotations": [{"id": [1], "image_id": 1}]}""", "1:39 LS2114 x1")]
    [InlineData("""{"images": [], "annotation": [{"id": 1, "image_id": 1}]}""", "1:16 LS2110 x1")]
    [InlineData(
        """{"images": [{"id": 1, "filename": "a"}, {"id": 2, "filename": "b"}], "annotations": []}""",
        "1:23 LS2110 x2"
    )]
    [InlineData("""{"images": [{"id": 1}], "annotations": []}""", "1:13 LS2111 x1")]
    [InlineData("""{"images": [], "annotations": [{"bbox": [1, 2, 3, 4]}]}""", "1:32 LS2111 x1")]
    [InlineData("""{"images": [], "annotations": [{"id": 1, "image_id": 1, "bbox": [1, 2, 3]}]}""", "1:65 LS2115 x1")]
    [InlineData("""{"images": [], "annotations": [{"id": 1, "image_id": 1, "bbox": "none"}]}""", "1:65 LS2112 x1")]
    [InlineData(
        """{"images": [], "annotations": [{"id": 1, "image_id": 1, "bbox": [1, "2", 3, 4]}]}""",
        "1:69 LS2112 x1"
    )]
    [InlineData("""{"images": [], "annotations": [{"id": 1, "image_id": 1, "iscrowd": 2}]}""", "1:68 LS2117 x1")]
    [InlineData(
        """{"images": [], "annotations": [{"id": 1, "image_id": 1, "segmentation": [1, 2, 3, 4, 5, 6]}]}""",
        "1:73 LS2116 x1"
    )]
    [InlineData("""{"images": [], "annotations": [{"id": 1, "id": 2, "image_id": 1}]}""", "1:42 LS2109 x1")]
    [InlineData("""{"images": [], "annotations": [{"id": 1, "image_id": 1,}]}""", "1:55 LS2107 x1")]
    [InlineData("""{"images": [], "annotations": [{"id": 1, "image_id": 1},]}""", "1:56 LS2107 x1")]
    [InlineData("""{"images": [], "annotations": [] // none yet""" + "\n}", "1:34 LS2105 x1")]
    [InlineData("""{"images": [], "annotations": []} {}""", "1:35 LS2104 x1")]
    [InlineData("""{'images': [], 'annotations': []}""", "1:2 LS2106 x2")]
    [InlineData("""{"images": [], "annotations": [{"id": 1, "image_id": 1, "iscrowd": False}]}""", "1:68 LS2103 x1")]
    [InlineData("""{"images": [{"id": 1, "file_name": "a", "width": 1.5}], "annotations": []}""", "1:50 LS2112 x1")]
    [InlineData("""{"images": [], "annotations": {"id": 1}}""", "1:31 LS2112 x1")]
    [InlineData("""{"images": [], "annotations": [1]}""", "1:32 LS2112 x1")]
    [InlineData("""{"images": [], "annotations": [{"id": 1, "image_id": 1}""", "1:56 LS2102 x1")]
    [InlineData("""{"images": [], "annotations": [{"id": 1, "image_id": 1}, {"id": 2, "ima""", "1:72 LS2102 x1")]
    [InlineData(
        """{"images": [], "annotations": [{"id": 1, "image_id": 1} {"id": 2, "image_id": 1}]}""",
        "1:57 LS2101 x1"
    )]
    [InlineData("""{"images": [], "annotations": [{"id" 1}, {"id": 2, "image_id": 1}]}""", "1:38 LS2101 x1")]
    [InlineData(
        """{"images": [], "annotations": [{"id": 1, "image_id": 1, "bbox": [1 2]}, {"id": 2, "image_id": 1}]}""",
        "1:68 LS2101 x1"
    )]
    [InlineData(
        """{"images": [], "annotations": [{"id": 1, "x": oops}, {"id": 2, "image_id": 1}]}""",
        "1:47 LS2101 x1"
    )]
    public void A_defect_is_reported_once_at_its_place(string json, string expected) =>
        Assert.Equal([expected], Read.Problems(Read.Json(json)));

    [Fact]
    public void Lines_and_utf16_columns_count_as_editors_count_them()
    {
        var json =
            "{\"images\": [],\r\n \"annotations\": [\r\n  {\"id\": 1, \"image_id\": 1, \"note\": \"é😀\", \"bbox\": [1]}]}";

        Assert.Equal(["3:51 LS2115 x1"], Read.Problems(Read.Json(json)));
    }

    [Fact]
    public void A_byte_order_mark_is_remarked_and_takes_no_column()
    {
        byte[] bytes =
        [
            0xEF,
            0xBB,
            0xBF,
            .. """{"images": [], "annotations": [{"id": 1, "image_id": 1, "iscrowd": 2}]}"""u8,
        ];

        Assert.Equal(["1:1 LS2008 x1", "1:68 LS2117 x1"], Read.Problems(Read.Bytes(bytes)));
    }

    [Theory]
    [InlineData("", "1:1 LS2004 x1")]
    [InlineData(" \n ", "1:1 LS2004 x1")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "1:1 LS2005 x1")]
    [InlineData("<!DOCTYPE html><html></html>", "1:1 LS2006 x1")]
    [InlineData("hello", "1:1 LS2003 x1")]
    [InlineData("{\"version\": 1}", "1:1 LS2003 x1")]
    [InlineData("{\"a\": 1}\n{\"a\": 2}\n", "1:1 LS2003 x1")]
    [InlineData("{\n  images\": []}", "2:3 LS2003 x1")]
    [InlineData("{\"version\": [1, 2}", "1:18 LS2003 x1")]
    [InlineData("{\"version\": 1", "1:14 LS2003 x1")]
    [InlineData("<annotation\n", "1:1 LS2003 x1")]
    public void A_file_that_is_no_annotation_file_is_named_for_what_it_is(string text, string expected) =>
        Assert.Equal([expected], Read.Problems(Read.Json(text)));

    [Fact]
    public void Utf16_is_named()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{}")];

        Assert.Equal(["1:1 LS2007 x1"], Read.Problems(Read.Bytes(bytes)));
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_reported_and_the_name_is_still_read()
    {
        byte[] bytes =
        [
            .. "{\"images\": [{\"id\": 1, \"file_name\": \"a"u8,
            0xFF,
            .. ".jpg\"}], \"annotations\": []}"u8,
        ];

        var dataset = Read.Bytes(bytes);

        Assert.Equal(["1:37 LS2009 x1"], Read.Problems(dataset));
        Assert.Equal("a\uFFFD.jpg", dataset.Images.FileNames[0]);
    }

    [Fact]
    public void Deep_nesting_is_passed_and_remarked()
    {
        var deep = new string('[', 5000) + new string(']', 5000);
        var dataset = Read.Json($$"""{"info": {{deep}}, "images": [], "annotations": [{"id": 1, "image_id": 1}]}""");

        Assert.Equal(["1:10 LS2108 x1"], Read.Problems(dataset));
        Assert.Equal(1, dataset.Annotations.Count);
    }

    [Fact]
    public void A_million_digits_are_no_id_and_cost_no_time()
    {
        var digits = new string('7', 1_000_000);
        var dataset = Read.Json($$"""{"images": [], "annotations": [{"id": {{digits}}, "image_id": 1}]}""");

        Assert.Equal(["1:39 LS2114 x1"], Read.Problems(dataset));
        Assert.False(dataset.Annotations.Flags[0].HasFlag(AnnotationFlags.HasId));
    }

    [Fact]
    public void A_broken_element_is_left_out_and_the_others_are_read()
    {
        var dataset = Read.Json(
            """{"images": [], "annotations": [{"id": 1, "image_id": 1}, {"id": 2, "bbox": [1 2]}, {"id": 3, "image_id": 1}]}"""
        );

        Assert.Equal([1, 3], dataset.Annotations.Ids.ToArray().Select(id => id.Value));
    }

    [Fact]
    public void An_unclosed_element_costs_itself_only()
    {
        var dataset = Read.Json(
            """{"images": [], "annotations": [{"id": 1, "image_id": 1}, {"id": 2, "bbox": [1 2, {"id": 9}, {"id": 3, "image_id": 1}], "categories": [{"id": 5, "name": "x"}]}"""
        );

        Assert.Equal([1, 3], dataset.Annotations.Ids.ToArray().Select(id => id.Value).Where(id => id != 9));
        Assert.Equal(["x"], dataset.Categories.Names.ToArray());
    }

    [Fact]
    public void Sections_may_stand_in_any_order()
    {
        var dataset = Read.Json(
            """{"annotations": [{"id": 1, "image_id": 5, "category_id": 2}], "categories": [{"id": 2, "name": "a"}], "images": [{"id": 5, "file_name": "i"}]}"""
        );

        Assert.Equal((0, 0), (dataset.Annotations.Images[0], dataset.Annotations.Categories[0]));
    }

    [Fact]
    public void Ids_that_are_texts_refer_like_the_numbers_they_spell()
    {
        var dataset = Read.Json(
            """{"images": [{"id": 5, "file_name": "i"}, {"id": "x-1", "file_name": "j"}], "annotations": [{"id": 1, "image_id": "5"}, {"id": 2, "image_id": "x-1"}]}"""
        );

        Assert.Equal([0, 1], dataset.Annotations.Images.ToArray());
        Assert.Equal("x-1", dataset.IdTexts.Show(dataset.Images.Ids[1]));
    }

    [Fact]
    public void Five_numbers_are_a_turned_box_around_its_centre()
    {
        var dataset = Read.Json(
            """{"images": [], "annotations": [{"id": 1, "image_id": 1, "bbox": [50, 40, 20, 10, 1.5707963267948966]}]}"""
        );

        Assert.Equal(ShapeKind.RotatedBox, dataset.Annotations.Shapes[0]);
        Assert.Equal(new Box(40, 35, 20, 10), dataset.Annotations.Boxes[0]);
        Assert.Equal(90, dataset.Annotations.Angles[0], 1e-9);
    }

    [Fact]
    public void A_flat_polygon_is_read_as_one_ring()
    {
        var dataset = Read.Json(
            """{"images": [], "annotations": [{"id": 1, "image_id": 1, "segmentation": [1, 2, 3, 4, 5, 6]}]}"""
        );
        var polygon = new PolygonBuffer();

        Assert.True(dataset.ReadPolygon(0, polygon));
        Assert.Equal([1, 2, 3, 4, 5, 6], polygon.PartAt(0).ToArray());
    }

    [Fact]
    public void A_results_file_refers_to_the_images_of_the_other_files()
    {
        var dataset = DatasetReader.Read([
            new ReadInput(
                "gt.json",
                """{"images": [{"id": 5, "file_name": "i"}], "annotations": [], "categories": [{"id": 2, "name": "a"}]}"""u8.ToArray()
            ),
            new ReadInput(
                "dt.json",
                """[{"image_id": 5, "category_id": 2, "bbox": [1, 2, 3, 4], "score": 0.25}]"""u8.ToArray()
            ),
        ]);

        Assert.Empty(dataset.Problems);
        Assert.Equal((0, 0), (dataset.Annotations.Images[0], dataset.Annotations.Categories[0]));
        Assert.Equal(0.25, dataset.Annotations.Scores[0]);
        Assert.True(dataset.Annotations.Flags[0].HasFlag(AnnotationFlags.Prediction));
    }

    [Fact]
    public void Panoptic_segments_are_masks_of_their_image()
    {
        var dataset = Read.Json(
            """{"images": [{"id": 5, "file_name": "i"}], "annotations": [{"segments_info": [{"id": 8, "category_id": 2, "area": 7, "bbox": [1, 2, 3, 4], "iscrowd": 1}, {"id": 9, "category_id": 2}], "image_id": 5, "file_name": "i.png"}], "categories": [{"id": 2, "name": "a"}]}"""
        );

        Assert.Empty(dataset.Problems);
        Assert.Equal([8, 9], dataset.Annotations.Ids.ToArray().Select(id => id.Value));
        Assert.Equal([0, 1], dataset.Annotations.OfImage(0).ToArray());
        Assert.Equal(ShapeKind.Mask, dataset.Annotations.Shapes[0]);
    }

    [Fact]
    public void Captions_keypoints_tracks_and_images_of_a_video_are_read()
    {
        var dataset = Read.Json(
            """
            {"images": [{"id": 5, "file_name": "i", "video_id": 3, "frame_id": 7, "attributes": {"weather": "fog"}}],
             "annotations": [{"id": 1, "image_id": 5, "caption": "A \"big\" caf\u00e9"},
              {"id": 2, "image_id": 5, "category_id": 2, "keypoints": [1, 2, 2, 0, 0, 0, 3.5, 4, 1], "num_keypoints": 2, "track_id": 4},
              {"id": 3, "image_id": 5, "category_id": 2}],
             "categories": [{"id": 2, "name": "a", "keypoints": ["x", "y", "z"], "skeleton": [[1, 2], [2, 3]]}]}
            """
        );
        var keypoints = new KeypointBuffer();

        Assert.Empty(dataset.Problems);
        Assert.Equal([ShapeKind.Caption, ShapeKind.Skeleton, ShapeKind.Tag], dataset.Annotations.Shapes.ToArray());
        Assert.Equal("A \"big\" café", dataset.ReadCaption(0));
        Assert.True(dataset.ReadKeypoints(1, keypoints));
        Assert.Equal([new(1, 2, 2), new(0, 0, 0), new Keypoint(3.5, 4, 1)], keypoints.Points.ToArray());
        Assert.Equal(2, dataset.Annotations.StoredKeypointCounts[1]);
        Assert.Equal([1], dataset.Tracks.AnnotationsOf(dataset.Annotations.Tracks[1]).ToArray());
        Assert.Equal(("3", 7), (dataset.Images.SequenceOf(0), dataset.Images.Frames[0]));
        Assert.True(dataset.Images.Attributes.TryGet(0, "weather", out var weather) && weather.AsText == "fog");
        Assert.Equal([(0, 1), (1, 2)], dataset.Categories.DeclarationOf(0)!.Skeleton.ToArray());
    }
}
