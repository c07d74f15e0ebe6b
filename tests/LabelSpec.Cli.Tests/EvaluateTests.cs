using System.Text.Json.Nodes;
using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests;

public sealed class EvaluateTests
{
    static readonly string EdgeCases = Path.Combine(
        RepositoryFiles.Root,
        "tests",
        "LabelSpec.Quality.Tests",
        "fixtures",
        "coco"
    );

    static readonly string Scores = RepositoryFiles.Sample("scores");

    [Theory]
    [InlineData("EDGE.gt.json + EDGE.bbox.json (bbox)")]
    [InlineData("EDGE.gt.json + EDGE.segm.json (segm)")]
    [InlineData("EDGE1.gt.json + EDGE.bbox.json (bbox)")]
    [InlineData("EDGE1.gt.json + EDGE.segm.json (segm)")]
    public void Edge_cases_give_the_numbers_of_pycocotools(string run) =>
        Compare(run, Path.Combine(EdgeCases, "EDGE.reference.json"), EdgeCases);

    [RealDataTheory]
    [InlineData("XS.clean.json + XS.bbox.json (bbox)")]
    [InlineData("XS.clean.json + XS.segm.json (segm)")]
    [InlineData("XS.json + XS.bbox.json (bbox)")]
    [InlineData("XS.clean.json + XS.unique.bbox.json (bbox)")]
    public void Small_runs_give_the_numbers_of_pycocotools(string run) =>
        Compare(run, BenchData.Reference("cocoeval-reference.json"), BenchData.Reference("ref"));

    [BenchDataFact]
    public void Large_runs_give_the_numbers_of_pycocotools()
    {
        Compare("S.clean.json + S.bbox.json (bbox)", BenchData.Reference("cocoeval-reference.json"), BenchData.Folder!);
        Compare("S.json + S.bbox.json (bbox)", BenchData.Reference("cocoeval-reference.json"), BenchData.Folder!);
        Compare("S.clean.json + S.segm.json (segm)", BenchData.Reference("cocoeval-reference.json"), BenchData.Folder!);
    }

    [Fact]
    public void Keypoints_give_ten_numbers()
    {
        using var folder = new Scratch();
        folder.Write(
            "truth.json",
            """
            {"images": [{"id": 1, "width": 200, "height": 200, "file_name": "a.jpg"}],
             "categories": [{"id": 1, "name": "hand", "keypoints": ["wrist", "tip"]}],
             "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 100, 50], "area": 5000,
                              "iscrowd": 0, "num_keypoints": 2, "keypoints": [20, 20, 2, 100, 50, 2]}]}
            """
        );
        folder.Write(
            "hands.json",
            """[{"image_id": 1, "category_id": 1, "keypoints": [20, 20, 1, 100, 50, 1], "score": 0.9}]"""
        );
        string[] line = ["evaluate", "truth.json", "hands.json", "--type", "keypoints", "--format", "json"];

        var wrong = JsonNode.Parse(folder.Run(line).Exits(1).Output)!;
        var right = JsonNode.Parse(folder.Run([.. line, "--sigmas", "0.05,0.05"]).Exits(0).Output)!;

        Assert.Equal("LS6109", (string?)wrong["findings"]![0]!["rule"]);
        Assert.Equal(10, right["coco"]!.AsObject().Count);
        Assert.Equal(1, (double)right["coco"]!["AP"]!, 12);
    }

    [Theory]
    [InlineData("LS6101", """[{"image_id": 99, "category_id": 1, "bbox": [1, 1, 5, 5], "score": 1}]""")]
    [InlineData("LS6102", """[{"image_id": 1, "category_id": 99, "bbox": [1, 1, 5, 5], "score": 1}]""")]
    [InlineData("LS6103", """[{"image_id": 1, "category_id": 1, "bbox": [1, 1, 5, 5]}]""")]
    public void What_is_left_out_is_told_with_its_place(string code, string predictions)
    {
        using var folder = new Scratch();
        folder.Copy(Path.Combine(Scores, "truth.json"), "truth.json");
        folder.Write("p.json", predictions);

        var text = folder.Run("evaluate", "truth.json", "p.json").Exits(1).Output;

        Assert.Contains($"p.json:1:2: error[{code}]", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tracks", "--tide")]
    [InlineData("tracks", "--mode corrected")]
    [InlineData("panoptic", "--curves")]
    [InlineData("panoptic", "--spec any.labelspec")]
    [InlineData("panoptic", "--samples 10")]
    [InlineData("bbox", "--sigmas 0.1,0.2")]
    public void Options_of_another_type_are_refused(string type, string options)
    {
        var scores = new[] { "truth.json", "model_a.json" }.Select(name => Path.Combine(Scores, name));

        var outcome = Labelspec.Run(["evaluate", .. scores, "--type", type, .. options.Split(' ')]).Exits(2);

        Assert.Contains(options.Split(' ')[0] + " is", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "missing.json", "no.json")]
    [InlineData(3, "truncated.json", "truncated.json")]
    public void Inputs_that_cannot_be_read_end_the_command_with_one_line(int expected, string name, string shown)
    {
        using var folder = new Scratch();
        folder.Copy(Path.Combine(Scores, "truth.json"), "truth.json");
        if (name == shown)
            folder.Write(name, File.ReadAllText(folder["truth.json"])[..400]);

        var outcome = folder.Run("evaluate", "truth.json", shown).Exits(expected);

        Assert.Empty(outcome.Output);
        Assert.StartsWith($"labelspec: {shown}:", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--type", "boxes")]
    [InlineData("--mode", "loose")]
    [InlineData("--sigmas", "0.1,x")]
    [InlineData("--sigmas", "0.1,-1")]
    public void Wrong_options_are_named(string option, string value)
    {
        var outcome = Labelspec.Run("evaluate", "a.json", "b.json", option, value).Exits(2);

        Assert.Contains(option, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_behind_the_numbers_is_shown_when_asked_for()
    {
        var report = JsonNode.Parse(
            Labelspec
                .Run(
                    "evaluate",
                    Path.Combine(Scores, "truth.json"),
                    Path.Combine(Scores, "model_a.json"),
                    "--tide",
                    "--curves",
                    "--slice-by",
                    "occlusion",
                    "--slice-by",
                    "size",
                    "--spec",
                    RepositoryFiles.Sample("urban_driving", "guideline", "urban_driving.labelspec"),
                    "--slice",
                    "image.time == night",
                    "--slice",
                    "cars_stand_on_the_ground",
                    "--against",
                    Path.Combine(Scores, "model_b.json"),
                    "-f",
                    "json"
                )
                .Exits(0)
                .Output
        )!;

        Assert.Equal(
            [
                "occlusion = heavy",
                "occlusion = none",
                "occlusion = partial",
                "size = small",
                "size = medium",
                "size = large",
                "image.time == night",
                "cars_stand_on_the_ground",
            ],
            report["slices"]!.AsArray().Select(slice => (string)slice!["name"]!)
        );
        Assert.Equal([8, 28, 22, 5, 54, 4, 19, 0], report["slices"]!.AsArray().Select(slice => (int)slice!["truths"]!));
        foreach (var slice in report["slices"]!.AsArray())
        {
            // What is asked of the whole is asked of a slice.
            Assert.Equal(20, slice!["points"]!.AsArray().Count);
            Assert.Equal(101, slice["curves"]![0]!["precision"]!.AsArray().Count);
            Assert.Equal(
                (int)slice["truths"]!,
                (int)slice["points"]![0]!["hits"]! + (int)slice["points"]![0]!["missed"]!
            );
        }

        Assert.Equal(6, report["tide"]!["errors"]!.AsObject().Count);
        Assert.Equal(101, report["curves"]![0]!["precision"]!.AsArray().Count);
        Assert.Equal((double)report["coco"]!["AP"]!, (double)report["comparison"]![0]!["value"]!, 1e-9);
        Assert.Contains(
            report["rules"]!.AsArray(),
            rule => (string)rule!["rule"]! == "rider_has_two_wheeler" && (int)rule["violated"]! == 2
        );
    }

    [Theory]
    [InlineData("--slice-by colour")]
    [InlineData("--slice a.width")]
    [InlineData("--slice a.size<3 --spec SPEC")]
    [InlineData("--type tracks")]
    public void Slices_and_types_that_the_data_do_not_have_are_refused(string line)
    {
        var spec = RepositoryFiles.Sample("urban_driving", "guideline", "urban_driving.labelspec");
        string[] more = [.. line.Split(' ').Select(word => word == "SPEC" ? spec : word)];

        var outcome = Labelspec.Run([
            "evaluate",
            Path.Combine(Scores, "truth.json"),
            Path.Combine(Scores, "model_a.json"),
            .. more,
        ]);

        Assert.Contains(more[0], outcome.Exits(2).Error, StringComparison.Ordinal);
    }

    static void Compare(string name, string reference, string folder)
    {
        var run = JsonNode.Parse(File.ReadAllText(reference))!["runs"]![name]!;
        var report = JsonNode.Parse(
            Labelspec
                .Run(
                    "evaluate",
                    Find(folder, (string)run["gt"]!),
                    Find(folder, (string)run["results"]!),
                    "--type",
                    (string)run["iou_type"]!,
                    "--format",
                    "json"
                )
                .Exits(0)
                .Output
        )!;

        var coco = report["coco"]!.AsObject();
        Assert.Equal(12, coco.Count);
        foreach (var (number, expected) in run["stats"]!.AsObject())
            Assert.Equal((double)expected!, (double)coco[number]!, 1e-12);
    }

    static string Find(string folder, string file) =>
        new[] { Path.Combine(folder, file), BenchData.Reference(Path.Combine("ref", file + ".gz")) }.First(File.Exists);
}
