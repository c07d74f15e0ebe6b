using System.Globalization;
using System.Text.Json.Nodes;

namespace LabelSpec.Cli.Tests;

/// <summary>What a guideline changes in <c>labelspec agree</c> and <c>labelspec consensus</c>.</summary>
public sealed class AnnotatorGuidelineTests
{
    const string Cars = """
        guideline cars version "1.0.0"

        /// Anything on four wheels.
        class car "vehicle/car" {
          alias "automobile"
          shape box
        }

        /// People.
        class person { shape box }

        """;

    // Boxes of 100 x 100, of which the second is moved by 20: IoU 80 / 120 = 0.667.
    [Theory]
    [InlineData("", "automobile", 20, 1)]
    [InlineData("quality { match iou >= 0.7 }", "automobile", 20, 2)]
    [InlineData("quality { match iou >= 0.6 }", "automobile", 20, 1)]
    [InlineData("quality { match iou of person >= 0.7 }", "automobile", 20, 1)]
    [InlineData("quality { match iou of person >= 0.7 }", "person", 20, 2)]
    [InlineData("quality { match iou >= 0.7, iou of car >= 0.6 }", "automobile", 20, 1)]
    // IoU 20 / 180 = 0.111, and centres that are 80 pixels apart.
    [InlineData("", "automobile", 80, 2)]
    [InlineData("quality { match iou >= 0.1 }", "automobile", 80, 1)]
    [InlineData("quality { match distance of car <= 90px }", "automobile", 80, 1)]
    [InlineData("quality { match distance of car <= 70px }", "automobile", 80, 2)]
    public void Match_says_what_is_one_object(string quality, string category, int moved, int objects)
    {
        using var scratch = new Scratch();
        Write(scratch, Cars + quality, [(category, 0)], [(category, moved)]);

        Assert.Equal(objects, (int)Agree(scratch)["units"]!);
        Assert.Equal(objects == 1 ? 1 : 0, (int)Consensus(scratch)["objects"]!);
    }

    [Fact]
    public void An_overlap_that_was_given_goes_before_the_guideline()
    {
        using var scratch = new Scratch();
        Write(scratch, Cars + "quality { match iou >= 0.7 }", [("car", 0)], [("car", 20)]);

        Assert.Equal((1, .6), Numbers(Agree(scratch, "--iou", "0.6"), "units"));
        Assert.Equal((2, .7), Numbers(Agree(scratch), "units"));
        Assert.Equal((1, .6), Numbers(Consensus(scratch, "--iou", "0.6"), "objects"));
        Assert.Equal((0, .7), Numbers(Consensus(scratch), "objects"));
        // CVAT's numbers depend on its own settings alone.
        Assert.Equal((1, .4), Numbers(Consensus(scratch, "--method", "cvat"), "objects"));

        static (int, double) Numbers(JsonNode report, string count) =>
            ((int)report[count]!, (double)report["overlap"]!);
    }

    // Each taken for the truth must be what it needs to be: people need 0.7, so that a car and a person do too.
    [Fact]
    public void Of_two_classes_the_stricter_threshold_holds()
    {
        using var scratch = new Scratch();
        Write(scratch, Cars + "quality { match iou of person >= 0.7 }", [("car", 0)], [("person", 20)]);
        var there = Agree(scratch);
        Write(scratch, Cars + "quality { match iou of person >= 0.7 }", [("person", 0)], [("car", 20)]);
        var andBack = Agree(scratch);

        Assert.Equal((2, 2), ((int)there["units"]!, (int)andBack["units"]!));
    }

    [Fact]
    public void An_alias_is_its_class_and_the_merged_file_has_the_dataset_label()
    {
        using var scratch = new Scratch();
        Write(scratch, Cars, [("automobile", 0)], [("vehicle/car", 0)]);

        Assert.DoesNotContain(Agree(scratch)["findings"]!.AsArray(), finding => (string?)finding!["rule"] == "LS6010");
        Assert.Equal(1, (int)Consensus(scratch)["objects"]!);
        var merged = JsonNode.Parse(File.ReadAllText(scratch["merged.json"]))!;
        Assert.Equal("vehicle/car", (string)Assert.Single(merged["categories"]!.AsArray())!["name"]!);
        scratch.Run("check", "--spec", "cars.labelspec", "merged.json").Exits(0);
    }

    [Fact]
    public void Ignored_regions_are_known_by_their_dataset_label()
    {
        using var scratch = new Scratch();
        Write(
            scratch,
            Cars + "/// Where nobody looks.\nignore class blurred \"area/blurred\" { shape box }\n",
            [("area/blurred", 0)],
            [("car", 0)]
        );

        // The first is not asked what is there, and marks no object.
        Assert.Equal(0, (int)Agree(scratch)["by"]!["annotator"]![0]!["annotations"]!);
        Assert.Equal(0, (int)Agree(scratch)["by"]!["annotator"]![0]!["missed"]!);
        Assert.Equal(1, (int)Agree(scratch)["units"]!);
    }

    [Theory]
    [InlineData("agree")]
    [InlineData("consensus")]
    public void A_broken_guideline_compares_nothing(string command)
    {
        using var scratch = new Scratch();
        Write(scratch, Cars + "class car { shape box }\n", [("car", 0)], [("car", 0)]);

        var outcome = scratch
            .Run([command, "a.json", "b.json", .. command == "agree" ? [] : new[] { "-o", "merged.json" }])
            .Exits(2);

        Assert.Contains("cars.labelspec:11:", outcome.Error);
        Assert.Contains("has errors: nothing was compared", outcome.Error);
        Assert.Empty(outcome.Output);
        Assert.False(File.Exists(scratch["merged.json"]));
    }

    static JsonNode Agree(Scratch scratch, params string[] more) =>
        JsonNode.Parse(scratch.Run(["agree", "a.json", "b.json", "-f", "json", .. more]).Exits(0).Output)!;

    static JsonNode Consensus(Scratch scratch, params string[] more) =>
        JsonNode.Parse(
            scratch
                .Run(["consensus", "a.json", "b.json", "--quorum", "0.9", "-o", "merged.json", "-f", "json", .. more])
                .Exits(0)
                .Output
        )!;

    static void Write(Scratch scratch, string guideline, params (string Class, int Left)[][] works)
    {
        scratch.Write("cars.labelspec", guideline);
        foreach (var (who, boxes) in works.Index())
            scratch.Write(
                $"{(char)('a' + who)}.json",
                $$"""
                {"images": [{"id": 1, "file_name": "a.jpg", "width": 1000, "height": 1000}],
                 "categories": [{{string.Join(
                    ",",
                    boxes.Select((box, i) => $$"""{"id": {{i + 1}}, "name": "{{box.Class}}"}""")
                )}}],
                 "annotations": [{{string.Join(
                    ",",
                    boxes.Select(
                        (box, i) =>
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $$"""
                                {"id": {{i + 1}}, "image_id": 1, "category_id": {{i + 1}}, "bbox": [{{box.Left}}, 0, 100, 100],
                                 "area": 10000, "iscrowd": 0, "segmentation": []}
                                """
                            )
                    )
                )}}]}
                """
            );
    }
}
