using System.Text.Json;
using System.Text.Json.Nodes;

namespace LabelSpec.Cli.Tests;

/// <summary>Repairs that give an annotation another shape, in real files.</summary>
public sealed class ShapeFixTests
{
    const string Guideline = """
        class cell { shape mask | polygon | box | rotated_box }
        rule whole { for a: cell require a.holes == 0 fix fill a }
        rule once { for pair a, b: cell forbid overlap(a, b) > 0 or overlap(b, a) > 0 fix merge a, b }
        rule inside { for a: cell require a.left >= 0px fix clip a }
        """;

    [Theory]
    // A ring of 8 pixels around one, in columns of 5: as numbers, and as the text of the same numbers.
    [InlineData("[6, 3, 2, 1, 1, 1, 2, 3, 6]", "[6, 3, 2, 3, 2, 3, 6]")]
    [InlineData("\"632NO0124\"", null)]
    public void The_holes_of_a_COCO_mask_are_filled_in_the_way_the_file_writes_masks(string counts, string? filled)
    {
        using var scratch = Coco(
            $$$"""
            {"id": 1, "image_id": 1, "category_id": 1, "iscrowd": 1, "bbox": [1, 1, 3, 3], "area": 8,
             "segmentation": {"size": [5, 5], "counts": {{{counts}}}}}
            """
        );

        scratch.Run("fix", "--rule", "whole", "data.json").Exits(0);

        var mask = Annotations(scratch)[0]!;
        Assert.Equal(9, (double)mask["area"]!);
        if (filled is not null)
            Assert.Contains($"\"counts\": {filled}", File.ReadAllText(scratch["data.json"]));
        else
            Assert.Equal(JsonValueKind.String, KindOfCounts(mask));
        scratch.Run("check", "--rule", "whole", "data.json").Exits(0);
    }

    [Fact]
    public void The_rings_of_GeoJSON_are_closed_in_the_way_their_positions_are_written()
    {
        using var scratch = new Scratch();
        scratch.Write(
            "data.geojson",
            """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "properties": {"class": "roof"}, "geometry": {"type": "MultiPolygon", "coordinates": [
                [[[0, 0], [90, 0], [90, 90.50], [0, 90]], [[10, 10], [10, 20], [20, 20], [10, 10]]],
                [[[200, 200],
                  [290, 200],
                  [290, 290]]]
              ]}}
            ]}
            """
        );

        scratch.Run("fix", "--rule", "LS2120", "data.geojson").Exits(0);

        var text = File.ReadAllText(scratch["data.geojson"]);
        Assert.Contains(
            "[[0, 0], [90, 0], [90, 90.50], [0, 90], [0, 0]], [[10, 10], [10, 20], [20, 20], [10, 10]]",
            text
        );
        Assert.Contains("[290, 290],\n      [200, 200]]]", text);
        Assert.DoesNotContain("LS2120", scratch.Run("check", "data.geojson").Output);
    }

    [Fact]
    public void COCO_masks_are_merged_pixel_by_pixel_with_what_else_covers_them()
    {
        using var scratch = Coco(
            """
            {"id": 1, "image_id": 1, "category_id": 1, "iscrowd": 1, "bbox": [1, 1, 2, 2], "area": 4,
             "segmentation": {"size": [5, 5], "counts": [6, 2, 3, 2, 12]}},
            {"id": 2, "image_id": 1, "category_id": 1, "iscrowd": 1, "bbox": [2, 2, 2, 2], "area": 4,
             "segmentation": {"size": [5, 5], "counts": [12, 2, 3, 2, 6]}},
            {"id": 3, "image_id": 1, "category_id": 1, "iscrowd": 0, "bbox": [1, 1, 1, 3], "area": 3,
             "segmentation": [[1, 1, 2, 1, 2, 4, 1, 4]]}
            """
        );

        scratch.Run("fix", "--rule", "once", "data.json").Exits(0);

        var left = Assert.Single(Annotations(scratch))!;
        Assert.Equal(8, (double)left["area"]!);
        Assert.Equal([1, 1, 3, 3], left["bbox"]!.AsArray().Select(number => (double)number!));
    }

    [Fact]
    public void A_CVAT_mask_is_filled_and_merged_with_its_place()
    {
        using var scratch = new Scratch();
        scratch.Write("g.labelspec", Guideline);
        scratch.Write(
            "annotations.xml",
            """
            <?xml version="1.0" encoding="utf-8"?>
            <annotations>
              <version>1.1</version>
              <image id="0" name="a.png" width="8" height="8">
                <mask label="cell" source="manual" occluded="0" rle="0, 4, 1, 4" left="1" top="1" width="3" height="3" z_order="0">
                </mask>
                <mask label="cell" source="manual" occluded="0" rle="0, 4" left="3" top="3" width="2" height="2" z_order="0">
                </mask>
              </image>
            </annotations>
            """
        );

        scratch.Run("fix", "--rule", "whole", "--rule", "once", "annotations.xml").Exits(0);

        var text = File.ReadAllText(scratch["annotations.xml"]);
        Assert.Contains("rle=\"0, 3, 1, 3, 1, 4, 2, 2\" left=\"1\" top=\"1\" width=\"4\" height=\"4\"", text);
        Assert.Single(text.Split("<mask ").Skip(1));
    }

    [Fact]
    public void What_cannot_be_clipped_is_left_and_said()
    {
        using var scratch = new Scratch();
        scratch.Write("g.labelspec", Guideline);
        scratch.Write(
            "annotations.xml",
            """
            <?xml version="1.0" encoding="utf-8"?>
            <annotations>
              <version>1.1</version>
              <image id="0" name="a.png" width="80" height="80">
                <box label="cell" source="manual" occluded="0" xtl="-10" ytl="10" xbr="20" ybr="20" rotation="30" z_order="0">
                </box>
              </image>
            </annotations>
            """
        );
        var before = File.ReadAllText(scratch["annotations.xml"]);

        var outcome = scratch.Run("fix", "--rule", "inside", "annotations.xml").Exits(1);

        Assert.Contains("inside: 1 finding has no repair", outcome.Error);
        Assert.Equal(before, File.ReadAllText(scratch["annotations.xml"]));
    }

    static JsonValueKind KindOfCounts(JsonNode annotation) => annotation["segmentation"]!["counts"]!.GetValueKind();

    static JsonArray Annotations(Scratch scratch) =>
        JsonNode.Parse(File.ReadAllText(scratch["data.json"]))!["annotations"]!.AsArray();

    static Scratch Coco(string annotations)
    {
        var scratch = new Scratch();
        scratch.Write("g.labelspec", Guideline);
        scratch.Write(
            "data.json",
            $$"""
            {"images": [{"id": 1, "file_name": "a.png", "width": 5, "height": 5}],
             "categories": [{"id": 1, "name": "cell"}],
             "annotations": [
            {{annotations}}
             ]}
            """
        );
        return scratch;
    }
}
