using System.Globalization;
using System.Text.Json;

namespace LabelSpec.Cli.Tests;

/// <summary>What a guideline changes in <c>labelspec compare</c>.</summary>
public sealed class CompareGuidelineTests
{
    const string Cars = """
        guideline cars version "1.0.0"

        /// Anything on four wheels.
        class car {
          alias "automobile"
          shape box | polygon
        }

        /// People.
        class person { shape box }

        /// Where nobody looks.
        ignore class blurred { shape box }

        """;

    [Fact]
    public void An_alias_is_its_class()
    {
        var report = Json(Cars, [Box("automobile", 0, 0)], [Box("car", 0, 0)]);
        Assert.Equal(1, report.GetProperty("accuracy").GetDouble());
        Assert.Empty(report.GetProperty("findings").EnumerateArray());
    }

    [Fact]
    public void A_class_that_nobody_knows_is_told()
    {
        var report = Json(Cars, [Box("car", 0, 0)], [Box("vehicle", 0, 0)]);
        Assert.Equal(
            "LS6004",
            Assert.Single(report.GetProperty("findings").EnumerateArray()).GetProperty("rule").GetString()
        );
        Assert.Equal(0, report.GetProperty("accuracy").GetDouble());
    }

    [Fact]
    public void A_ground_truth_of_another_guideline_is_told()
    {
        var finding = Assert.Single(
            Json(Cars, [Box("vehicle", 0, 0)], [Box("vehicle", 0, 0)]).GetProperty("findings").EnumerateArray()
        );

        Assert.Equal("LS6010", finding.GetProperty("rule").GetString());
        Assert.Contains("vehicle", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_judged_in_ignored_regions()
    {
        // A region of 100 x 100 at the origin. Most of the first extra box lies in it, little of the second.
        string[] truth = [Box("blurred", 0, 0, 100), Box("car", 10, 10), Box("car", 300, 0)];
        string[] work = [Box("car", 70, 70), Box("car", 90, 90), Box("car", 300, 0)];
        var counts = Json(Cars, truth, work).GetProperty("counts");
        Assert.Equal((1, 0, 1), (Count(counts, "valid"), Count(counts, "missing"), Count(counts, "extra")));
        Assert.Equal((1, 2), (Count(counts, "gt"), Count(counts, "work")));
    }

    [Fact]
    public void A_crowd_swallows_what_is_extra_of_its_own_class_only()
    {
        string[] truth =
        [
            Box("person", 0, 0, 100).Replace("\"iscrowd\": 0", "\"iscrowd\": 1", StringComparison.Ordinal),
        ];
        var counts = Json(Cars, truth, [Box("person", 10, 10), Box("car", 10, 10)]).GetProperty("counts");
        Assert.Equal((0, 1), (Count(counts, "missing"), Count(counts, "extra")));
    }

    [Theory]
    // Boxes of 40 px shifted by 12: IoU 28 / 52 = 0.538; by 20: 1 / 3.
    [InlineData("match iou >= 0.5", 12, true)]
    [InlineData("match iou >= 0.6", 12, false)]
    [InlineData("match iou >= 0.6, iou of car >= 0.3", 20, true)]
    [InlineData("match iou of car >= 0.3, iou >= 0.6", 20, true)]
    [InlineData("match iou of person >= 0.3", 20, false)]
    [InlineData("match distance of car <= 20px", 20, true)]
    [InlineData("match distance of car <= 19px", 20, false)]
    public void Match_says_what_a_pair_is(string match, int shift, bool isPair)
    {
        var report = Json(Cars + $"quality {{ {match} }}\n", [Box("car", 0, 0)], [Box("car", shift, 0)]);
        Assert.Equal(isPair ? 1 : 0, report.GetProperty("counts").GetProperty("valid").GetInt32());
    }

    [Fact]
    public void The_command_line_goes_before_match()
    {
        var guideline = Cars + "quality { match iou >= 0.9 }\n";
        Assert.Equal(0, Count(Json(guideline, [Box("car", 0, 0)], [Box("car", 12, 0)]).GetProperty("counts"), "valid"));
        var told = Json(guideline, [Box("car", 0, 0)], [Box("car", 12, 0)], "--iou", "0.5");
        Assert.Equal(1, Count(told.GetProperty("counts"), "valid"));
    }

    [Theory]
    [InlineData("accuracy >= 50%", 0)]
    [InlineData("accuracy >= 51%", 1)]
    [InlineData("recall of car >= 100%", 0)]
    [InlineData("precision of car >= 60%", 1)]
    [InlineData("class_accuracy >= 100%", 0)]
    [InlineData("iou >= 0.99", 0)]
    // Nothing to judge, or nothing that compare measures: said, and not failed.
    [InlineData("recall of person >= 95%", 0)]
    [InlineData("map >= 50%", 0)]
    public void Accept_decides_the_exit_code(string accept, int exitCode)
    {
        using var scratch = new Scratch();
        Write(
            scratch,
            Cars + $"quality {{ accept {accept} }}\n",
            [Box("car", 0, 0)],
            [Box("car", 0, 0), Box("car", 500, 0)]
        );
        var outcome = scratch.Run("compare", "gt.json", "work.json").Exits(exitCode);
        var isUndecided =
            accept.Contains("person", StringComparison.Ordinal) || accept.StartsWith("map", StringComparison.Ordinal);
        Assert.Equal(isUndecided, outcome.Output.Contains("LS6009", StringComparison.Ordinal));
        Assert.Contains(
            isUndecided ? "undecided: "
                : exitCode == 0 ? "reached: "
                : "not reached: ",
            outcome.Output
        );
    }

    [Fact]
    public void A_broken_guideline_compares_nothing()
    {
        using var scratch = new Scratch();
        Write(scratch, Cars + "class car { shape box }\n", [Box("car", 0, 0)], [Box("car", 0, 0)]);
        var outcome = scratch.Run("compare", "gt.json", "work.json").Exits(2);
        Assert.Contains("has errors: nothing was compared", outcome.Error);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void Different_shapes_and_sizes_are_told()
    {
        using var scratch = new Scratch();
        Write(scratch, Cars, [Box("car", 0, 0)], [Box("car", 0, 0)]);
        scratch.Write(
            "work.json",
            File.ReadAllText(scratch["work.json"])
                .Replace("\"width\": 1000", "\"width\": 500", StringComparison.Ordinal)
                .Replace(
                    "\"area\"",
                    "\"segmentation\": [[0, 0, 40, 0, 40, 40, 0, 40]], \"area\"",
                    StringComparison.Ordinal
                )
        );
        var outcome = scratch.Run("compare", "gt.json", "work.json").Exits(0);
        Assert.Contains("warning[LS6006] 1 image (a.jpg) has another size", outcome.Output);
        Assert.Contains(
            "warning[LS6008] car is box in the ground truth and polygon or mask in the work",
            outcome.Output
        );
    }

    [Fact]
    public void CVATs_report_has_its_form()
    {
        var classic = Json(
                Cars,
                [Box("car", 0, 0)],
                [Box("car", 0, 0), Box("car", 500, 0)],
                "--profile",
                "cvat-classic"
            )
            .GetProperty("cvat");
        var summary = classic.GetProperty("comparison_summary");
        Assert.Equal(1, summary.GetProperty("conflicts_by_type").GetProperty("extra_annotation").GetInt32());
        Assert.Equal(0.5, summary.GetProperty("annotations").GetProperty("accuracy").GetDouble());
        Assert.Equal(
            "ds",
            summary
                .GetProperty("annotations")
                .GetProperty("confusion_matrix")
                .GetProperty("axes")
                .GetProperty("rows")
                .GetString()
        );
        var frame = classic.GetProperty("frame_results").GetProperty("1");
        Assert.Equal(
            "rectangle",
            frame.GetProperty("conflicts")[0].GetProperty("annotation_ids")[0].GetProperty("shape_type").GetString()
        );
        Assert.Equal(0.4, classic.GetProperty("parameters").GetProperty("iou_threshold").GetDouble());
        AssertHas(
            classic.GetProperty("parameters"),
            """
            iou_threshold low_overlap_threshold oks_sigma point_size_base line_thickness compare_line_orientation
            line_orientation_threshold compare_groups group_match_threshold check_covered_annotations object_visibility_threshold
            panoptic_comparison compare_attributes ignored_attributes empty_is_annotated target_metric target_metric_threshold
            max_validations_per_job inherit job_filter included_annotation_types
            """
        );
        AssertHas(
            classic.GetProperty("comparison_summary"),
            """
            frame_share frame_share_percent frames frame_count total_frames mean_conflict_count conflict_count warning_count
            error_count conflicts_by_type annotations annotation_components tasks jobs
            """
        );
        AssertHas(
            frame,
            "conflicts conflict_count warning_count error_count conflicts_by_type annotations annotation_components"
        );
        Assert.Equal(frame.GetProperty("conflicts").GetArrayLength(), Count(frame, "conflict_count"));

        var requirements = Json(Cars, [Box("car", 0, 0)], [Box("car", 0, 0)], "--profile", "cvat-2.74")
            .GetProperty("cvat");
        var items = requirements.GetProperty("comparison_summary").GetProperty("requirements").GetProperty("items");
        Assert.Equal(
            ["rectangle"],
            items
                .EnumerateArray()
                .Where(item => item.GetProperty("score").ValueKind == JsonValueKind.Number)
                .Select(item => item.GetProperty("name").GetString())
        );
        // As in CVAT, requirements without a score have a group too, which says why.
        var groups = requirements.GetProperty("groups");
        Assert.Equal(9, groups.EnumerateObject().Count());
        Assert.Equal(
            "no_annotations",
            groups
                .GetProperty("mask")
                .GetProperty("comparison_summary")
                .GetProperty("calculation")
                .GetProperty("reason")
                .GetString()
        );
    }

    // Every key of CVAT's report (its comparison_report.py).
    static void AssertHas(JsonElement part, string keys) =>
        Assert.Empty(
            keys.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
                .Except(part.EnumerateObject().Select(property => property.Name))
        );

    static int Count(JsonElement counts, string name) => counts.GetProperty(name).GetInt32();

    static JsonElement Json(string guideline, string[] truth, string[] work, params string[] more)
    {
        using var scratch = new Scratch();
        Write(scratch, guideline, truth, work);
        var outcome = scratch.Run(["compare", "gt.json", "work.json", "--format", "json", .. more]).Exits(0);
        return JsonDocument.Parse(outcome.Output).RootElement;
    }

    static void Write(Scratch scratch, string guideline, string[] truth, string[] work)
    {
        scratch.Write("cars.labelspec", guideline);
        scratch.Write("gt.json", Coco(truth));
        scratch.Write("work.json", Coco(work));
    }

    static string Coco(string[] boxes)
    {
        var labels = boxes.Select(box => box.Split('|')[0]).Distinct().ToList();
        var annotations = boxes.Select(
            (box, i) =>
                box.Split('|')[1]
                    .Replace("ID", (i + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    .Replace(
                        "CATEGORY",
                        (labels.IndexOf(box.Split('|')[0]) + 1).ToString(CultureInfo.InvariantCulture),
                        StringComparison.Ordinal
                    )
        );
        var categories = labels.Select((label, i) => $$"""{"id": {{i + 1}}, "name": "{{label}}"}""");
        return $$"""
            {"images": [{"id": 1, "file_name": "a.jpg", "width": 1000, "height": 1000}],
            "categories": [{{string.Join(", ", categories)}}],
            "annotations": [{{string.Join(",\n", annotations)}}]}
            """;
    }

    static string Box(string label, int left, int top, int size = 40) =>
        $$"""{{label}}|{"id": ID, "image_id": 1, "category_id": CATEGORY, "bbox": [{{left}}, {{top}}, {{size}}, {{size}}], "area": {{size * size}}, "iscrowd": 0}""";
}
