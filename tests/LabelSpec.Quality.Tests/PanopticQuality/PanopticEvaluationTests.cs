using LabelSpec.Annotations.Reading;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.Quality.PanopticQuality;

namespace LabelSpec.Quality.Tests.PanopticQuality;

public sealed class PanopticEvaluationTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("panoptic").FullName;

    [Fact]
    public void Shapes_that_others_cover_are_seen_in_part()
    {
        // The dog lies on the cat: of the cat's 100 px 50 are seen, and so the cat is found by a mask of the rest.
        var report = Evaluate(
            """
            {"image_id": 1, "category_id": 1, "id": 1, "segmentation": [[0, 0, 10, 0, 10, 10, 0, 10]]},
            {"image_id": 1, "category_id": 2, "id": 2, "segmentation": [[0, 0, 10, 0, 10, 5, 0, 5]]}
            """,
            """
            {"image_id": 1, "category_id": 1, "score": 1, "segmentation": [[0, 5, 10, 5, 10, 10, 0, 10]]},
            {"image_id": 1, "category_id": 2, "score": 1, "segmentation": [[0, 0, 10, 0, 10, 5, 0, 5]]}
            """
        );
        Assert.Empty(report.Findings);
        Assert.Equal(new(1, 1, 1), report.All);
        Assert.Equal(2, report.Occurring([0, 1]));
    }

    [Fact]
    public void Areas_of_objects_are_those_that_the_file_states_unless_corrected()
    {
        const string Truth =
            """{"image_id": 1, "category_id": 1, "id": 1, "area": 150, "segmentation": [[0, 0, 10, 0, 10, 10, 0, 10]]}""";
        const string Same =
            """{"image_id": 1, "category_id": 1, "score": 1, "segmentation": [[0, 0, 10, 0, 10, 10, 0, 10]]}""";
        Assert.Equal(100 / 150d, Evaluate(Truth, Same).All.Sq, 1e-12);
        Assert.Equal(1, Evaluate(Truth, Same, CocoMode.Corrected).All.Sq, 1e-12);
    }

    [Fact]
    public void What_cannot_be_compared_is_told_and_objects_stay_to_be_found()
    {
        var report = Evaluate(
            """
            {"image_id": 1, "category_id": 1, "id": 1, "bbox": [0, 0, 5, 5]},
            {"image_id": 1, "category_id": 2, "id": 2, "segmentation": {"size": [20, 20], "counts": [0, 400]}}
            """,
            """
            {"image_id": 1, "category_id": 2, "score": 1, "segmentation": {"size": [5, 5], "counts": [0, 25]}},
            {"image_id": 9, "category_id": 2, "score": 1, "segmentation": {"size": [20, 20], "counts": [0, 400]}},
            {"image_id": 1, "category_id": 9, "score": 1, "segmentation": {"size": [20, 20], "counts": [0, 400]}}
            """
        );
        Assert.Equal(["LS6006", "LS6101", "LS6102", "LS6104"], report.Findings.Select(finding => finding.Rule).Order());
        Assert.Equal((1, 1), (report.Totals.Misses(0), report.Totals.Misses(1)));
        Assert.Equal(0, report.All.Pq);
    }

    [Fact]
    public void Without_segments_there_is_no_number_and_a_reason()
    {
        var report = Evaluate("", "");
        Assert.Equal(["LS6110", "LS6110"], report.Findings.Select(finding => finding.Rule));
        Assert.True(double.IsNaN(report.All.Pq));
        Assert.Equal(0, report.Occurring([0, 1]));
    }

    PanopticReport Evaluate(string truth, string predictions, CocoMode mode = CocoMode.Strict)
    {
        var files = (Truth: Path.Combine(folder, "gt.json"), Predictions: Path.Combine(folder, "dt.json"));
        File.WriteAllText(
            files.Truth,
            $$"""
            {"images": [{"id": 1, "width": 20, "height": 20, "file_name": "a.jpg"}],
             "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}], "annotations": [{{truth}}]}
            """
        );
        File.WriteAllText(files.Predictions, $"[{predictions}]");
        return PanopticEvaluation.Evaluate(
            DatasetReader.Read([files.Truth]),
            DatasetReader.Read([files.Predictions]),
            mode
        );
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
