using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Rules;

/// <summary>YOLO files without their pictures: only shares of the picture's size are known, and no number of pixels.</summary>
public sealed class SharesOnlyTests : IDisposable
{
    readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    // Two boxes: one in the middle, 20 % wide and 40 % high, one beside it, 10 % wide and high.
    [InlineData("for a: car require a.width >= 8px", 0, 0, 2)]
    [InlineData("for a: car require a.width in 8px..20px", 0, 0, 2)]
    [InlineData("for a: car require a.area > 100px2", 0, 0, 2)]
    [InlineData("for a: car require a.aspect < 2", 0, 0, 2)]
    [InlineData("for a: car require a.width < a.height", 0, 0, 2)]
    [InlineData("for a: car require touches_edge(a, 5px)", 0, 0, 2)]
    [InlineData("for a: car require a.width >= 0px", 2, 0, 0)]
    [InlineData("for a: car require a.width > 15% * image.width", 1, 1, 0)]
    [InlineData("for a: car require a.area > 5% * image.area", 1, 1, 0)]
    [InlineData("for a: car require a.width / image.width > 0.15", 1, 1, 0)]
    [InlineData("for a: car require a.center.y > 70% * image.height", 1, 1, 0)]
    [InlineData("for a: car require not touches_edge(a)", 2, 0, 0)]
    [InlineData("for a: car require a.width >= 8px or a.height > 30% * image.height", 1, 0, 1)]
    [InlineData("for pair a, b: car require iou(a, b) < 0.5", 1, 0, 0)]
    [InlineData("for pair a, b: car forbid iou(a, b) > 0.5", 1, 0, 0)]
    [InlineData("for pair a, b: car require distance(a, b) > 1px", 0, 0, 1)]
    [InlineData("for pair a, b: car forbid distance(a, b) < 20% * image.width", 0, 0, 1)]
    [InlineData("for pair a, b: car require abs(a.left - b.left) < 50% * image.width", 1, 0, 0)]
    [InlineData("for image require avg(a.width for a: car) > 10px", 0, 0, 1)]
    [InlineData("for dataset require max(a.width for a: car) > 10px", 0, 0, 1)]
    public void What_needs_pixels_is_undecidable_and_the_rest_is_not(
        string rule,
        long satisfied,
        long violated,
        long undecidable
    )
    {
        var guideline = RuleBench.Guideline($"class car {{ shape box }} rule r {{ {rule} }}");
        foreach (var lookAtAllPairs in (bool[])[false, true])
            Assert.Equal(
                (satisfied, violated, undecidable),
                RuleBench.Judge(guideline, Read(), lookAtAllPairs: lookAtAllPairs)[0]
            );
    }

    [Fact]
    public void A_size_that_the_guideline_asks_for_is_undecidable()
    {
        var guideline = RuleBench.Guideline("class car { shape box size at least 8px x 8px }");

        Assert.Equal((0, 0, 2), RuleBench.Judge(guideline, Read())[0]);
    }

    Dataset Read()
    {
        folder.Write("data.yaml", "names: [car]\nnc: 1\n");
        folder.Write("labels/a.txt", "0 0.5 0.5 0.2 0.4\n0 0.8 0.8 0.1 0.1\n");
        return DatasetReader.Read([folder.PathOf("labels/a.txt")]);
    }
}
