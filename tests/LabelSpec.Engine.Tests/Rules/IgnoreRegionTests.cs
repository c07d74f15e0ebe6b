using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Tests.Rules;

/// <summary>In an ignored region nothing is judged.</summary>
public class IgnoreRegionTests
{
    const string Spec = """
        class car { shape box | point }
        ignore class region { shape box }
        rule large { for a: car require a.width >= 8px }
        rule apart { for pair a, b: car forbid iou(a, b) > 0.5 }
        rule seen { for a: car require exists r: car where r != a }
        rule few { for image require count(a: car) <= 1 }
        rule regions_are_large { for r: region require r.width >= 500px }
        """;

    static readonly SceneRow Region = new("region", 100, 100, 100, 100);

    [Theory]
    [InlineData(110, 1)] // wholly inside
    [InlineData(95, 1)] // half of it
    [InlineData(94, 0)] // less than half
    [InlineData(0, 0)]
    public void An_annotation_of_which_half_lies_inside_is_not_judged(double left, int ignored)
    {
        var judged = RuleBench.Judge(
            Spec,
            [Region, new SceneRow("car", left, 120, 10, 10), new SceneRow("car", 400, 0, 10, 10)]
        );
        Assert.Equal(2 - ignored, judged[0].Satisfied);
    }

    [Fact]
    public void Two_regions_count_together()
    {
        var judged = RuleBench.Judge(
            Spec,
            [
                new SceneRow("region", 100, 100, 4, 100),
                new SceneRow("region", 102, 100, 4, 100),
                new SceneRow("car", 100, 120, 10, 10),
            ]
        );
        Assert.Equal((0, 0, 0), judged[0]);
    }

    [Fact]
    public void A_shape_without_area_is_ignored_by_its_centre()
    {
        var point = new SceneRow("car", 150, 150, 0, 0) { Shape = ShapeKind.Point, Ring = [150, 150] };
        var judged = RuleBench.Judge(Spec, [Region, point, point with { Left = 300, Ring = [300, 150] }]);
        Assert.Equal((0, 1, 0), judged[0]);
    }

    [Fact]
    public void Pairs_with_an_ignored_annotation_are_no_bindings()
    {
        var judged = RuleBench.Judge(
            Spec,
            [Region, new SceneRow("car", 120, 120, 10, 10), new SceneRow("car", 120, 120, 10, 10)]
        );
        Assert.Equal((0, 0, 0), judged[1]);
    }

    [Fact]
    public void What_is_ignored_stays_in_sight_of_others()
    {
        var judged = RuleBench.Judge(
            Spec,
            [Region, new SceneRow("car", 120, 120, 10, 10), new SceneRow("car", 400, 0, 10, 10)]
        );
        Assert.Equal((1, 0, 0), judged[2]);
        Assert.Equal((0, 1, 0), judged[3]);
    }

    [Fact]
    public void The_regions_themselves_are_judged() =>
        Assert.Equal((0, 2, 0), RuleBench.Judge(Spec, [Region, Region with { Left = 102 }])[4]);
}
