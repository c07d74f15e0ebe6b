using LabelSpec.Quality.Agreement;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.Tests.Comparison;

namespace LabelSpec.Quality.Tests.Agreement;

/// <summary>Annotators are held against each other as work is held against ground truth.</summary>
public class SameCoreTests
{
    const string Skeleton =
        "<points label=\"0\" outside=\"0\" occluded=\"0\" points=\"{0},600\"></points>"
        + "<points label=\"1\" outside=\"0\" occluded=\"0\" points=\"700,650\"></points>"
        + "<points label=\"2\" outside=\"0\" occluded=\"0\" points=\"650,720\"></points>";

    [Theory]
    [InlineData("box label=\"a\" xtl=\"10\" ytl=\"10\" xbr=\"90\" ybr=\"60\"", 0)]
    [InlineData("box label=\"a\" xtl=\"10\" ytl=\"10\" xbr=\"90\" ybr=\"60\" rotation=\"30\"", 0)]
    [InlineData("polygon label=\"a\" points=\"10,10;80,12;60,70\"", 0)]
    [InlineData("mask label=\"a\" rle=\"0, 1600\" left=\"10\" top=\"10\" width=\"40\" height=\"40\"", 0)]
    [InlineData("ellipse label=\"a\" cx=\"50\" cy=\"50\" rx=\"40\" ry=\"20\" rotation=\"10\"", 0)]
    [InlineData("polyline label=\"a\" points=\"10,10;400,30;500,200\"", 0)]
    [InlineData("points label=\"a\" points=\"10,10;60,80;90,20\"", 0)]
    [InlineData("skeleton label=\"a\"", 1)]
    [InlineData("tag label=\"a\"", 0)]
    public void Every_shape_has_the_similarity_that_compare_gives_it(string element, int isSkeleton)
    {
        var first = new Scene().Add(element, content: isSkeleton == 1 ? Skeleton.Replace("{0}", "600") : "");
        var second = new Scene().Add(
            element
                .Replace("\"10,10;", "\"12,11;")
                .Replace("xtl=\"10\"", "xtl=\"14\"")
                .Replace("cx=\"50\"", "cx=\"52\"")
                .Replace("left=\"10\"", "left=\"12\""),
            content: isSkeleton == 1 ? Skeleton.Replace("{0}", "606") : ""
        );

        var report = Agree(first, second);
        var compared = Compare.Strict(first, second).OnlyOutcome();

        Assert.True(compared.IsPair);
        Assert.Equal(1, report.Units);
        Assert.Equal(compared.Similarity, report.Pairs[0].MeanOverlap, 1e-12);
        Assert.True(compared.Similarity < 1 || element.StartsWith("tag", StringComparison.Ordinal));
        Assert.Equal(1, report.Pairs[0].F1);
    }

    [Fact]
    public void What_lies_below_another_shape_is_compared_by_what_stays_visible()
    {
        var first = new Scene(40, 40).Points("polygon", "a", "0,0;20,0;20,20;0,20");
        var second = new Scene(40, 40)
            .Points("polygon", "a", "0,0;20,0;20,20;0,20", more: "z_order=\"0\"")
            .Points("polygon", "b", "10,0;30,0;30,20;10,20", more: "z_order=\"1\"");

        Assert.Equal(.5, Agree(first, second).Pairs[0].MeanOverlap, 1e-12);
    }

    // Classes of whole images: a different one is a disagreement on what it is, not another object that one of them missed.
    [Fact]
    public void Who_gives_an_image_another_class_disagrees_on_one_object()
    {
        var report = Agree(
            new Scene().Add("tag label=\"day\"").Add("tag label=\"rain\""),
            new Scene().Add("tag label=\"rain\"").Add("tag label=\"night\"")
        );

        Assert.Equal(2, report.Units);
        Assert.Equal(.5, report.Objects.Percent.Value);
        Assert.Equal(.5, report.Classes.Percent.Value);
        Assert.All(report.Curve, point => Assert.Equal(2, point.Units));
    }

    [Fact]
    public void Shapes_of_different_kinds_are_told_and_never_one_object()
    {
        var report = Agree(
            new Scene().Box("a", 10, 10, 20, 20),
            new Scene().Points("polygon", "a", "10,10;30,10;30,30;10,30")
        );

        Assert.Equal(2, report.Units);
        var finding = Assert.Single(report.Findings);
        Assert.Equal("LS6008", finding.Rule);
        Assert.Contains("a is box for p0 and polygon or mask for p1", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_sizes_of_an_image_are_told()
    {
        var finding = Assert.Single(
            Agree(new Scene().Box("a", 10, 10, 20, 20), new Scene(500, 400).Box("a", 10, 10, 20, 20)).Findings
        );

        Assert.Equal("LS6006", finding.Rule);
        Assert.Contains("a.png", finding.Message, StringComparison.Ordinal);
    }

    static Quality.Agreement.Report.AgreementReport Agree(params Scene[] scenes) =>
        AgreementAnalysis.Run(
            AnnotatorWork.Of([.. scenes.Select((scene, i) => ($"p{i}", scene.Read($"p{i}.xml")))]),
            new()
        );
}
