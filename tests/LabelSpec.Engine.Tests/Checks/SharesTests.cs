using LabelSpec.Annotations.Reading;
using LabelSpec.Engine.Checks;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Checks;

/// <summary>Of YOLO labels without pictures only shares are known, and tolerances in pixels decide nothing.</summary>
public class SharesTests
{
    [Theory]
    [InlineData("detect", "0 0.98 0.5 0.2 0.2", "LS3203")]
    [InlineData("segment", "0 0.1 0.1 0.5 0.1 0.5 0.5 1.02 0.5", "LS3203")]
    [InlineData("segment", "0 0.1 0.1 0.9 0.1 0.1 0.1001 0.1 0.9 0.05 0.5", "LS3307")]
    [InlineData("pose", "0 0.5 0.5 0.2 0.2 0.9 0.5 2 0.5 0.5 2", "LS3507")]
    [InlineData("pose", "0 0.5 0.5 0.2 0.2 1.01 0.5 2 0.5 0.5 2", "LS3504")]
    public void What_depends_on_pixels_is_left_open(string task, string row, string code)
    {
        var (satisfied, violated, undecidable) = TallyOf(task, row, code);

        Assert.Equal((0, 0, 1), (satisfied, violated, undecidable));
    }

    [Theory]
    [InlineData("detect", "0 0.5 0.5 0.2 0.2", "LS3203")]
    [InlineData("segment", "0 0.1 0.1 0.5 0.1 0.5 0.5", "LS3305")]
    [InlineData("segment", "0 0.1 0.1 0.5 0.1 0.5 0.5 0.1 0.5", "LS3307")]
    [InlineData("pose", "0 0.5 0.5 0.2 0.2 0.5 0.5 2 0.45 0.5 2", "LS3507")]
    public void What_holds_for_every_size_is_decided(string task, string row, string code) =>
        Assert.Equal((1, 0, 0), TallyOf(task, row, code));

    static (long Satisfied, long Violated, long Undecidable) TallyOf(string task, string row, string code)
    {
        using var folder = new ScratchFolder();
        folder.Write(
            "data.yaml",
            $"names: [car]\nnc: 1\ntrain: images\ntask: {task}\n{(task == "pose" ? "kpt_shape: [2, 3]\n" : "")}"
        );
        Directory.CreateDirectory(Path.Combine(folder.Path, "labels"));
        File.WriteAllText(Path.Combine(folder.Path, "labels", "a.txt"), row + "\n");
        var analysis = Analysis.Run(new AnalysisRequest(DatasetReader.Read([folder.Path])));
        var tally = analysis.Rules.Single(tally => tally.Rule == code);
        return (tally.Satisfied, tally.Violated, tally.Undecidable);
    }
}
