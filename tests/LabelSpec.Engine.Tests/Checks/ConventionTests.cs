using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Checks;

/// <summary>Habits of formats that look like defects, and were reported as such on real files.</summary>
public sealed class ConventionTests : IDisposable
{
    readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_object_of_openlabel_has_a_box_for_each_part()
    {
        var file = folder.Write(
            "a.json",
            """
            {"openlabel": {"metadata": {"schema_version": "1.0.0"},
              "objects": {"2": {"name": "John", "type": "Pedestrian"}},
              "frames": {"0": {"objects": {"2": {"object_data": {"bbox": [
                {"name": "face", "val": [50, 50, 40, 40]}, {"name": "hand", "val": [90, 90, 10, 10]}]}}}}}}}
            """
        );

        Assert.Equal(2, DatasetReader.Read([file]).Annotations.Count);
        Assert.DoesNotContain("LS3707", RulesIn(file));
    }

    [Fact]
    public void Frames_of_a_video_need_no_name()
    {
        var file = folder.Write(
            "a.json",
            """
            {"openlabel": {"metadata": {"schema_version": "1.0.0"}, "objects": {"2": {"name": "car", "type": "Car"}},
              "frames": {"0": {"objects": {"2": {"object_data": {"bbox": [{"name": "b", "val": [50, 50, 40, 40]}]}}}},
                         "1": {"objects": {"2": {"object_data": {"bbox": [{"name": "b", "val": [50, 50, 40, 40]}]}}}}}}}
            """
        );

        Assert.DoesNotContain("LS4002", RulesIn(file));
    }

    [Theory]
    [InlineData("DontCare", false)]
    [InlineData("Van", true)]
    public void A_region_to_be_ignored_may_lie_over_an_object(string other, bool isFound)
    {
        var file = folder.Write(
            "label_2/1.txt",
            $"Car 0 0 0 100 100 200 200 -1 -1 -1 -1000 -1000 -1000 -10\n{other} -1 -1 -10 100 100 200 200 -1 -1 -1 -1000 -1000 -1000 -10\n"
        );

        Assert.Equal(isFound, RulesIn(file).Contains("LS3603"));
    }

    static IReadOnlyCollection<string> RulesIn(string file) =>
        [.. Analysis.Run(new AnalysisRequest(DatasetReader.Read([file]))).Findings.Select(finding => finding.Rule)];
}
