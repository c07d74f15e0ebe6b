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

    [Theory]
    [InlineData(
        "detect",
        "0 0.5 0.5 1.5 0.2",
        "LS3203",
        "leaves the image by a share of 0.25 (left and right); shares go from 0 to 1."
    )]
    [InlineData(
        "detect",
        "0 1.5 0.5 0.2 0.2",
        "LS3204",
        "(left 1.4, top 0.4) lies entirely outside the image whose shares go from 0 to 1."
    )]
    [InlineData("detect", "0 0.5 0.5 0 0.25", "LS3202", "is 0 x 0.25 in shares of the image; it covers nothing.")]
    [InlineData(
        "segment",
        "0 0.1 0.1 0.5 0.1 0.5 0.5 1.2 0.5",
        "LS3203",
        "leaves the image by a share of 0.2 (right); shares go from 0 to 1."
    )]
    [InlineData("pose", "0 0.5 0.5 0.2 0.2 1.01 0.5 2 0.5 -0.5 2", "LS3504", "lies a share of 0.5 outside the image.")]
    public void What_no_size_of_an_image_makes_good_is_found(string task, string row, string code, string message)
    {
        var finding = Assert.Single(Run(task, row).Findings, finding => finding.Rule == code);

        Assert.EndsWith(message, finding.Message, StringComparison.Ordinal);
        Assert.Equal((0, 1, 0), TallyOf(task, row, code));
    }

    [Theory]
    [InlineData("1.0999", false)]
    [InlineData("1.1001", true)]
    public void The_smallest_side_decides(string right, bool isFound) =>
        Assert.Equal(
            isFound ? (0L, 1L, 0L) : (0L, 0L, 1L),
            TallyOf("segment", $"0 0.5 0.1 0.5 0.9 {right} 0.5 0.8 0.4", "LS3203")
        );

    static (long Satisfied, long Violated, long Undecidable) TallyOf(string task, string row, string code)
    {
        var tally = Run(task, row).Rules.Single(tally => tally.Rule == code);
        return (tally.Satisfied, tally.Violated, tally.Undecidable);
    }

    static AnalysisResult Run(string task, string row)
    {
        using var folder = new ScratchFolder();
        folder.Write(
            "data.yaml",
            $"names: [car]\nnc: 1\ntrain: images\ntask: {task}\n{(task == "pose" ? "kpt_shape: [2, 3]\n" : "")}"
        );
        Directory.CreateDirectory(Path.Combine(folder.Path, "labels"));
        File.WriteAllText(Path.Combine(folder.Path, "labels", "a.txt"), row + "\n");
        return Analysis.Run(new AnalysisRequest(DatasetReader.Read([folder.Path])));
    }
}
