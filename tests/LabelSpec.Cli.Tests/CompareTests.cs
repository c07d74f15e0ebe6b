using System.Text.Json;
using LabelSpec.TestSupport;
using NJsonSchema;

namespace LabelSpec.Cli.Tests;

/// <summary><c>labelspec compare</c>.</summary>
public sealed class CompareTests
{
    static readonly string Sample = RepositoryFiles.Sample("street_review");
    static readonly string Truth = Path.Combine(Sample, "gt.json");
    static readonly string Work = Path.Combine(Sample, "work.json");

    [Fact]
    public void The_sample_shows_each_mistake_and_misses_its_criteria()
    {
        var outcome = Labelspec.Run("compare", Truth, Work, "--by", "class").Exits(1);
        Assert.Contains("work.json:18:3: error[mismatching_label] car should be truck", outcome.Output);
        Assert.Contains("gt.json:24:3: error[missing_annotation] pedestrian", outcome.Output);
        Assert.Contains("state is green, should be red", outcome.Output);
        Assert.Contains("info[duplicate_annotation] car", outcome.Output);
        Assert.Contains("9 right, 1 with the wrong label, 1 missing, 2 extra\n", outcome.Output);
        Assert.Contains("not reached: accuracy >= 0.9 (0.6923)\n", outcome.Output);
        Assert.Contains("warning[LS6003] 1 image (street_004.jpg)", outcome.Output);
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public void Ground_truth_reaches_every_criterion()
    {
        var outcome = Labelspec.Run("compare", Truth, Truth).Exits(0);
        Assert.Contains("12 right, 0 with the wrong label, 0 missing, 0 extra\n", outcome.Output);
        Assert.Contains("accuracy   1.0000", outcome.Output);
    }

    // One of two points is off: the skeletons are a pair all the same, and one point of them is missing and extra.
    [Fact]
    public void Points_of_skeletons_have_a_requirement_of_their_own()
    {
        using var scratch = new Scratch();
        scratch.Write("gt.xml", Skeleton(90));
        scratch.Write("work.xml", Skeleton(70));

        var cvat = JsonDocument
            .Parse(
                scratch
                    .Run("compare", "--profile", "cvat-2.74", "gt.xml", "work.xml", "--format", "json")
                    .Exits(0)
                    .Output
            )
            .RootElement.GetProperty("cvat");

        var counts = cvat.GetProperty("groups")
            .GetProperty("skeleton_keypoint")
            .GetProperty("comparison_summary")
            .GetProperty("annotations");
        Assert.Equal(2, counts.GetProperty("gt_count").GetInt32());
        Assert.Equal(1, counts.GetProperty("missing_count").GetInt32());
        Assert.Equal(
            ["horse.head", "horse.tail", "unmatched"],
            counts
                .GetProperty("confusion_matrix")
                .GetProperty("labels")
                .EnumerateArray()
                .Select(label => label.GetString())
        );
        Assert.Equal(
            9,
            cvat.GetProperty("comparison_summary").GetProperty("requirements").GetProperty("total_count").GetInt32()
        );

        static string Skeleton(int tail) =>
            $"""
                <annotations><version>1.1</version><meta><task><labels>
                <label><name>horse</name><type>skeleton</type></label>
                <label><name>head</name><type>points</type><parent>horse</parent></label>
                <label><name>tail</name><type>points</type><parent>horse</parent></label>
                </labels></task></meta>
                <image id="0" name="a.png" width="300" height="300"><skeleton label="horse" z_order="0">
                <points label="head" outside="0" occluded="0" points="10,10"></points>
                <points label="tail" outside="0" occluded="0" points="90,{tail}"></points>
                </skeleton></image></annotations>
                """;
    }

    [Theory]
    [InlineData("strict")]
    [InlineData("cvat-classic")]
    [InlineData("cvat-2.74")]
    public async Task Json_follows_its_schema(string profile)
    {
        var schema = await JsonSchema.FromJsonAsync(Labelspec.Run("schema", "comparison").Exits(0).Output);
        string[] by = ["annotator", "class", "image", "attribute", "size", "job"];
        var output = Labelspec
            .Run([
                "compare",
                Truth,
                Work,
                "--profile",
                profile,
                "--format",
                "json",
                .. by.SelectMany(kind => (string[])["--by", kind]),
            ])
            .Exits(1)
            .Output;
        Assert.Empty(schema.Validate(output));
        using var report = JsonDocument.Parse(output);
        Assert.Equal(by, report.RootElement.GetProperty("by").EnumerateObject().Select(part => part.Name));
        Assert.Equal(profile != "strict", report.RootElement.TryGetProperty("cvat", out _));
    }

    // Two folders of CVAT's tasks: "one" with two jobs of two frames each, half of them with ground truth, and "two".
    [Fact]
    public void Files_are_jobs_folders_are_tasks_and_all_of_them_a_project_for_CVAT()
    {
        using var scratch = new Scratch();
        scratch.Write("gt.json", Coco(1, 2, 5));
        scratch.Write("work/one/a.json", Coco(1, 3));
        scratch.Write("work/one/b.json", Coco(2, 4));
        scratch.Write("work/two/c.json", Coco(5, 6, 7, 8));
        scratch.Write("work/two/d.json", Coco(9));

        var outcome = scratch.Run(
            "compare",
            "gt.json",
            "work",
            "--profile",
            "cvat-classic",
            "--by",
            "job",
            "--format",
            "json"
        );

        using var report = JsonDocument.Parse(outcome.Exits(0).Output);
        var cvat = report.RootElement.GetProperty("cvat");
        var summary = cvat.GetProperty("comparison_summary");
        Assert.Equal(4, summary.GetProperty("jobs").GetProperty("total_count").GetInt32());
        Assert.Equal(1, summary.GetProperty("jobs").GetProperty("not_checkable_count").GetInt32());
        Assert.Equal((3, 9), (Int(summary, "frame_count"), Int(summary, "total_frames")));
        // CVAT forgets the mean IoU of jobs; ours is that of the frames.
        Assert.Equal(
            0,
            summary.GetProperty("annotation_components").GetProperty("shape").GetProperty("mean_iou").GetDouble()
        );
        Assert.Equal(1, report.RootElement.GetProperty("mean_iou").GetDouble());
        // Task "one" counts twice, task "two" five times.
        var project = cvat.GetProperty("project").GetProperty("comparison_summary");
        Assert.Equal(2 * 2 + 5, Int(project.GetProperty("annotations"), "valid_count"));
        Assert.Equal(2, Int(project.GetProperty("tasks"), "total_count"));
        Assert.Equal(3, report.RootElement.GetProperty("by").GetProperty("job").GetArrayLength());

        static int Int(JsonElement from, string name) => from.GetProperty(name).GetInt32();
        static string Coco(params int[] images) =>
            $$"""
                {"images": [{{string.Join(
                    ",",
                    images.Select(i => $$"""{"id": {{i}}, "file_name": "{{i}}.jpg", "width": 90, "height": 90}""")
                )}}],
                 "categories": [{"id": 1, "name": "car"}],
                 "annotations": [{{string.Join(
                    ",",
                    images.Select(i =>
                        $$"""{"id": {{i}}, "image_id": {{i}}, "category_id": 1, "bbox": [0, 0, 50, 50], "area": 2500, "iscrowd": 0}"""
                    )
                )}}]}
                """;
    }

    [Fact]
    public void Empty_sides_have_no_score_and_say_why()
    {
        using var scratch = new Scratch();
        scratch.Write(
            "empty.json",
            """{"images": [{"id": 1, "file_name": "a.jpg", "width": 9, "height": 9}], "categories": [], "annotations": []}"""
        );
        var outcome = scratch.Run("compare", "empty.json", "empty.json", "--format", "json").Exits(0);
        using var report = JsonDocument.Parse(outcome.Output);
        Assert.Equal(JsonValueKind.Null, report.RootElement.GetProperty("accuracy").ValueKind);
        Assert.Equal(
            "neither side has an annotation in the common images",
            report.RootElement.GetProperty("undefined").GetProperty("accuracy").GetString()
        );
        Assert.Contains("LS6007", outcome.Output);
        Assert.DoesNotContain("NaN", outcome.Output);
    }

    [Fact]
    public void Different_pictures_are_not_compared()
    {
        using var scratch = new Scratch();
        foreach (var name in (string[])["a", "b"])
            scratch.Write(
                name + ".json",
                $$"""{"images": [{"id": 1, "file_name": "{{name}}.jpg", "width": 9, "height": 9}], "categories": [{"id": 1, "name": "car"}], "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 5, 5], "area": 25, "iscrowd": 0}]}"""
            );
        var outcome = scratch.Run("compare", "a.json", "b.json").Exits(3);
        Assert.Contains("error[LS6001] No image is in both", outcome.Output);
    }

    [Fact]
    public void What_is_not_there_is_said()
    {
        var outcome = Labelspec.Run("compare", Truth, "nowhere.json").Exits(3);
        Assert.Contains("nowhere.json", outcome.Error);
    }

    [Theory]
    [InlineData("--iou", "2", "--iou lies between 0 and 1")]
    [InlineData("--confidence", "1", "--confidence lies strictly between 0 and 1")]
    [InlineData("--iou-by-area", "100", "--iou-by-area is AREA:IOU,AREA:IOU")]
    [InlineData("--attribute", "plate", "--attribute is NAME=exact")]
    [InlineData("--by", "colour", "--by is one of annotator, class")]
    [InlineData("--profile", "cvat", "--profile is one of strict, cvat-classic, cvat-2.74")]
    public void A_wrong_option_is_explained(string option, string value, string message) =>
        Assert.Contains(message, Labelspec.Run("compare", Truth, Work, option, value).Exits(2).Error);

    [Theory]
    [InlineData("--iou 0.4 --iou-by-area 100:0.3,200:0.5", "--iou and --iou-by-area both")]
    [InlineData("--attribute plate=off --attribute plate=exact", "names 'plate' 2 times")]
    public void Options_that_contradict_each_other_are_refused(string options, string message) =>
        Assert.Contains(
            message,
            Labelspec.Run(["compare", Truth, Work, .. options.Split(' ')]).Exits(2).Error,
            StringComparison.Ordinal
        );

    [Fact]
    public void An_attribute_that_nothing_has_is_told() =>
        Assert.Contains(
            "nothing has an attribute 'nosuch'",
            Labelspec.Run("compare", Truth, Work, "--attribute", "nosuch=off").Error,
            StringComparison.Ordinal
        );
}
