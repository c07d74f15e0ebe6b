using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Tests.Rules;

public class TrackRuleTests
{
    const string Car = "class car { shape box  attribute color: red | blue }\nclass bus { shape box }\n";

    static SceneRow At(double left, string color = "red", AnnotationFlags flags = AnnotationFlags.None) =>
        new("car", left, 0, 10, 10)
        {
            Track = 7,
            Flags = flags,
            Attributes = [("color", AttributeValue.Of(color))],
        };

    [Fact]
    public void Steps_bind_annotations_that_follow_each_other()
    {
        var judged = RuleBench.Judge(
            Car + " rule r { for step a -> b: car require distance(a.center, b.center) < 20px }",
            [At(0)],
            [At(10)],
            [At(50)]
        );
        Assert.Equal((1, 1, 0), judged[0]);
        Assert.Equal([(0, "2", "3")], judged.Violations);
    }

    [Fact]
    public void No_step_leads_over_a_stretch_out_of_sight()
    {
        var judged = RuleBench.Judge(
            Car + " rule r { for step a -> b: car require distance(a.center, b.center) < 20px }",
            [At(0)],
            [At(0, flags: AnnotationFlags.Outside)],
            [At(500)]
        );
        Assert.Equal((0, 0, 0), judged[0]);
    }

    [Fact]
    public void A_shape_out_of_sight_is_no_annotation()
    {
        var judged = RuleBench.Judge(
            Car + " rule r { for a: car require a.width > 0px } rule c { for image require count(a: car) == 1 }",
            [At(0)],
            [At(0, flags: AnnotationFlags.Outside)]
        );
        Assert.Equal((1, 0, 0), judged[0]);
        Assert.Equal((1, 1, 0), judged[1]);
    }

    [Fact]
    public void Changes_compares_the_two_ends_of_a_step()
    {
        var judged = RuleBench.Judge(
            Car
                + " rule r { for step a -> b: car forbid changes(b.color) } rule s { for step a -> b: any forbid changes(a.class) }",
            [At(0)],
            [At(0)],
            [At(0, "blue")],
            [At(0) with { Class = "bus" }]
        );
        Assert.Equal((1, 1, 0), judged[0]);
        Assert.Equal((2, 1, 0), judged[1]);
    }

    [Theory]
    [InlineData("t.length == 3")]
    [InlineData("t.start == 0 and t.end == 5")]
    [InlineData("t.gaps == 2 and t.longest_gap == 2")]
    [InlineData("not t.ended")]
    [InlineData("count(a: car in t) == 3")]
    [InlineData("max(a.left for a: car in t) == 20px")]
    public void Tracks_know_their_frames(string condition)
    {
        var judged = RuleBench.Judge(
            $"{Car} rule r {{ for track t: car require {condition} }}",
            [At(0)],
            [],
            [At(10)],
            [],
            [],
            [At(20)]
        );
        Assert.Equal((1, 0, 0), judged[0]);
    }

    [Fact]
    public void A_track_ends_with_a_shape_out_of_sight() =>
        Assert.Equal(
            (1, 0, 0),
            RuleBench.Judge(
                Car + " rule r { for track t: car require t.ended and t.length == 1 }",
                [At(0)],
                [At(0, flags: AnnotationFlags.Outside)]
            )[0]
        );
}
