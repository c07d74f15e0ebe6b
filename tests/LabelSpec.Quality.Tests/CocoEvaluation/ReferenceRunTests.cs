using System.Text.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Geometry;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.CocoEvaluation;

/// <summary>All numbers of pycocotools' own runs, to 1e-12.</summary>
public class ReferenceRunTests
{
    // Made for the doubtful cases: annotation id 0, crowds that take several detections, equal scores, areas on the
    // border of two size classes, more than 100 detections, IoU exactly at a threshold.
    [Theory]
    [InlineData("EDGE.gt.json + EDGE.bbox.json (bbox)")]
    [InlineData("EDGE.gt.json + EDGE.segm.json (segm)")]
    [InlineData("EDGE1.gt.json + EDGE.bbox.json (bbox)")]
    [InlineData("EDGE1.gt.json + EDGE.segm.json (segm)")]
    public void Edge_cases_give_the_numbers_of_pycocotools(string run) => Compare(run, Fixture("EDGE.reference.json"));

    [RealDataTheory]
    [InlineData("XS.clean.json + XS.bbox.json (bbox)")]
    [InlineData("XS.clean.json + XS.segm.json (segm)")]
    [InlineData("XS.json + XS.bbox.json (bbox)")]
    [InlineData("XS.clean.json + XS.unique.bbox.json (bbox)")]
    public void Small_runs_give_the_numbers_of_pycocotools(string run) => Compare(run, Reference);

    [BenchDataFact]
    public void Large_box_runs_give_the_numbers_of_pycocotools()
    {
        Compare("S.clean.json + S.bbox.json (bbox)", Reference);
        Compare("S.json + S.bbox.json (bbox)", Reference);
    }

    [BenchDataFact]
    public void The_large_mask_run_gives_the_numbers_of_pycocotools() =>
        Compare("S.clean.json + S.segm.json (segm)", Reference);

    static string Reference => BenchData.Reference("cocoeval-reference.json");

    static void Compare(string name, string referenceFile)
    {
        using var reference = JsonDocument.Parse(File.ReadAllBytes(referenceFile));
        var run = reference.RootElement.GetProperty("runs").GetProperty(name);
        var task = run.GetProperty("iou_type").GetString() == "segm" ? CocoTask.Masks : CocoTask.Boxes;
        Dataset truth = Read(run.GetProperty("gt").GetString()!),
            predictions = Read(run.GetProperty("results").GetString()!);
        var input = CocoInputBuilder.Build(truth, predictions, new(task)).Input;
        var result = CocoEvaluator.Evaluate(input, CocoSettings.For(task) with { KeepScores = true });

        var summary = CocoSummary.Of(result, task);
        foreach (var stat in run.GetProperty("stats").EnumerateObject())
            AssertSame(stat.Value.GetDouble(), summary[stat.Name], $"{name}: {stat.Name}");
        ComparePerCategory(run, result);
        Compare(run, "precision", result.Precision);
        Compare(run, "recall", result.Recall);
        AssertSame(run.GetProperty("scores_sum").GetDouble(), Sum(result.Scores), "scores");
    }

    static void ComparePerCategory(JsonElement run, CocoResult result)
    {
        var category = 0;
        foreach (var expected in run.GetProperty("per_category").EnumerateArray())
        {
            Check("ap", result.AveragePrecision(category: category));
            Check("ap50", result.AveragePrecision(overlap: 0, category: category));
            Check("ap75", result.AveragePrecision(overlap: 5, category: category));
            Check("ap_s", result.AveragePrecision(area: 1, category: category));
            Check("ap_m", result.AveragePrecision(area: 2, category: category));
            Check("ap_l", result.AveragePrecision(area: 3, category: category));
            Check("ar100", result.AverageRecall(category: category));
            category++;

            void Check(string field, double actual) =>
                AssertSame(expected.GetProperty(field).GetDouble(), actual, $"category {category}: {field}");
        }

        Assert.Equal(result.CategoryNames.Length, category);
    }

    static void Compare(JsonElement run, string array, double[] values)
    {
        Assert.Equal(run.GetProperty($"{array}_count").GetInt32(), values.Count(v => v > -1));
        AssertSame(run.GetProperty($"{array}_sum").GetDouble(), Sum(values), array);
    }

    static double Sum(double[] values) => PairwiseSum.Of([.. values.Where(v => v > -1)]);

    static void AssertSame(double expected, double actual, string what) =>
        Assert.True(
            Math.Abs(expected - actual) <= 1e-12 * Math.Max(1, Math.Abs(expected)),
            $"{what}: expected {expected:R}, got {actual:R}"
        );

    static string Fixture(string file) => Path.Combine(AppContext.BaseDirectory, "fixtures", "coco", file);

    static Dataset Read(string file)
    {
        if (File.Exists(Fixture(file)))
            return DatasetReader.Read([Fixture(file)]);
        string[] candidates =
        [
            BenchData.Reference(Path.Combine("ref", file)),
            BenchData.Reference(Path.Combine("ref", file + ".gz")),
            BenchData.Folder is null ? file : BenchData.Generated(file),
        ];
        return DatasetReader.Read([candidates.First(File.Exists)]);
    }
}
