using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Tests.Rules;

public class ExplanationTests
{
    const string Car = """
        class car { shape box | polygon  attribute truncated: bool = false  attribute lamp "lamp state": red | green }
        class truck "lorry" { shape box }

        """;

    static readonly SceneRow One = new("car", 0, 0, 10, 10);
    static readonly SceneRow Two = new("car", 1, 0, 10, 10);

    [Fact]
    public void A_message_is_filled_with_values_and_units()
    {
        var text = Explain(
            """rule r { for pair a, b: car forbid iou(a, b) > 0.5 message "{a.class} {a.id} and {b.id}: {iou(a, b)}, {a.width}, {a.area}, {a.truncated}, {a.lamp}, {a.center.x}" }""",
            One,
            Two
        );
        Assert.Equal("car 1 and 2: 0.8182, 10 px, 100 px², no, unknown, 5 px", text.Message);
    }

    [Fact]
    public void Without_a_message_the_rule_and_the_values_speak()
    {
        var text = Explain(
            "/// One box for one car. Always.\nrule r { for pair a, b: car forbid iou(a, b) > 0.5 }",
            One,
            Two
        );
        Assert.Equal("One box for one car (iou = 0.8182 > 0.5)", text.Message);
        Assert.Equal(["iou = 0.8182", "limit = 0.5"], text.Values.Select(value => value.ToString()));
        Assert.Equal(1, text.Related.Single().Row);
    }

    [Fact]
    public void Only_what_failed_is_told()
    {
        var text = Explain("rule narrow { for a: car require a.width < 50px and a.height in 20px..30px }", One);
        Assert.Equal("narrow (a.height = 10 px, not in 20 px..30 px)", text.Message);
        Assert.Equal(Field.Box, text.Field);
    }

    [Theory]
    [InlineData("forbid a.width > 5px and a.height > 5px", FieldKind.Box, "")]
    [InlineData("require a.truncated", FieldKind.Attribute, "truncated")]
    [InlineData("require a.lamp is set", FieldKind.Attribute, "lamp state")]
    [InlineData("require a.truncated or a.width > 50px", FieldKind.Whole, "")]
    [InlineData("require a is truck", FieldKind.Category, "")]
    [InlineData("require exists b: truck", FieldKind.Whole, "")]
    public void A_violation_about_one_field_stands_at_that_field(string assertion, FieldKind kind, string name)
    {
        var field = Explain($"rule r {{ for a: car | truck {assertion} }}", One).Field;
        Assert.Equal((kind, name), (field.Kind, field.Name));
    }

    [Fact]
    public void Fixes_become_changes_of_the_data()
    {
        var text = Explain(
            """
            rule r {
              for pair a, b: car
              forbid iou(a, b) > 0.5
              fix remove b "keep the first"
              fix set a.class = truck
              fix set a.lamp = green
              fix merge a, b
              fix clip a
            }
            """,
            One with
            {
                Left = -2,
            },
            Two
        );
        var first = Element.Annotation(0);
        Assert.Equal(
            [
                "keep the first",
                "Make car 1 a truck",
                "Set lamp to green",
                "Merge car 1 and car 2",
                "Clip car 1 to the image",
            ],
            text.Repairs.Select(repair => repair.Title)
        );
        Assert.Equal(new ElementChange.Remove(Element.Annotation(1)), text.Repairs[0].Changes.Single());
        Assert.Equal(new ElementChange.SetCategory(first, "lorry"), text.Repairs[1].Changes.Single());
        Assert.Equal(
            new ElementChange.SetAttribute(first, "lamp state", AttributeValue.Of("green")),
            text.Repairs[2].Changes.Single()
        );
        Assert.Equal(
            new ElementChange[]
            {
                new ElementChange.SetBox(first, new(-2, 0, 13, 10)),
                new ElementChange.Remove(Element.Annotation(1)),
            },
            text.Repairs[3].Changes.ToArray()
        );
        Assert.Equal(new ElementChange.SetBox(first, new(0, 0, 8, 10)), text.Repairs[4].Changes.Single());
    }

    [Fact]
    public void A_polygon_is_clipped_ring_by_ring()
    {
        var triangle = new SceneRow("car", -10, 0, 20, 20)
        {
            Shape = ShapeKind.Polygon,
            Ring = [-10, 0, 10, 0, 10, 20],
        };
        var repair = Explain("rule r { for a: car require a.left >= 0px fix clip a }", triangle).Repairs.Single();
        var polygon = Assert.IsType<ElementChange.SetPolygon>(repair.Changes.Single());
        Assert.Equal(new double[] { 0, 0, 10, 0, 10, 20, 0, 10 }, polygon.Parts.Single().ToArray());
    }

    static LabelSpec.Engine.Violations.Explanation Explain(string rule, params SceneRow[] rows) =>
        RuleBench.Judge(Car + rule, [rows]).Explain();
}
