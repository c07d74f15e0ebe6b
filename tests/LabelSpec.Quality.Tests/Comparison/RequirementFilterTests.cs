using System.Text;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Tests.Comparison;

/// <summary>CVAT's dialect of JSON Logic (<c>quality_control/filters.py</c>), operator by operator.</summary>
public class RequirementFilterTests
{
    // One box of 20 × 10 with declared attributes: doors is a number, new a truth value, color text; size is absent.
    [Theory]
    [InlineData("""{"==": [{"var": "shape.label"}, "car"]}""", true)]
    [InlineData("""{"==": [{"var": "shape.label"}, "Car"]}""", false)]
    [InlineData("""{"!=": [{"var": "shape.label"}, "bus"]}""", true)]
    [InlineData("""{"==": [{"var": "shape.type"}, "rectangle"]}""", true)]
    [InlineData("""{"==": [{"var": "shape.area"}, 200]}""", true)]
    [InlineData("""{">": [{"var": "shape.area"}, 200]}""", false)]
    [InlineData("""{">=": [{"var": "shape.area"}, 200]}""", true)]
    [InlineData("""{"<": [{"var": "shape.area"}, 200.5]}""", true)]
    [InlineData("""{"<=": [100, {"var": "shape.area"}, 200]}""", true)]
    [InlineData("""{"<=": [201, {"var": "shape.area"}, 300]}""", false)]
    // A text is neither equal to a number nor more or less than one.
    [InlineData("""{"==": [{"var": "shape.area"}, "200"]}""", false)]
    [InlineData("""{"!=": [{"var": "shape.area"}, "200"]}""", true)]
    [InlineData("""{"<": [{"var": "shape.label"}, 5]}""", false)]
    [InlineData("""{"<": [{"var": "shape.label"}, "cat"]}""", true)]
    // Python: True is 1.
    [InlineData("""{"==": [{"var": "shape.occluded"}, true]}""", true)]
    [InlineData("""{"==": [{"var": "shape.occluded"}, 1]}""", true)]
    [InlineData("""{"==": [{"var": "shape.source"}, "manual"]}""", true)]
    // What is absent is neither equal nor unequal.
    [InlineData("""{"var": "shape.track_id"}""", false)]
    [InlineData("""{"var": "shape.track"}""", false)]
    [InlineData("""{"!=": [{"var": "shape.track_id"}, 7]}""", false)]
    [InlineData("""{"==": [{"var": "shape.outside"}, false]}""", false)]
    [InlineData("""{"==": [{"var": "shape.track.label"}, "car"]}""", false)]
    [InlineData("""{"!": {"var": "shape.track"}}""", true)]
    [InlineData("""{"!!": {"var": "shape.label"}}""", true)]
    [InlineData("""{"==": [{"var": "shape.label"}, null]}""", false)]
    // Membership: in a list, in a text, and, of a single value, being it.
    [InlineData("""{"in": [{"var": "shape.label"}, ["bus", "car"]]}""", true)]
    [InlineData("""{"in": [{"var": "shape.label"}, []]}""", false)]
    [InlineData("""{"in": [{"var": "shape.label"}, "cars and buses"]}""", true)]
    [InlineData("""{"in": [{"var": "shape.area"}, "200"]}""", false)]
    [InlineData("""{"in": ["car", {"var": "shape.label"}]}""", true)]
    [InlineData("""{"in": ["ca", {"var": "shape.label"}]}""", false)]
    [InlineData("""{"and": [{"var": "shape.label"}, {"==": [{"var": "shape.label"}, "bus"]}]}""", false)]
    [InlineData("""{"or": [{"==": [{"var": "shape.label"}, "bus"]}, {"var": "shape.area"}]}""", true)]
    // Attributes by their declared type, absent ones by their default.
    [InlineData(
        """{"and": [{"==": [{"var": "shape.attribute.name"}, "doors"]}, {"<": [{"var": "shape.attribute.value"}, 5]}]}""",
        true
    )]
    [InlineData(
        """{"and": [{"==": [{"var": "shape.attribute.name"}, "doors"]}, {"==": [{"var": "shape.attribute.value"}, "4"]}]}""",
        false
    )]
    [InlineData(
        """{"and": [{"==": [{"var": "shape.attribute.name"}, "new"]}, {"==": [{"var": "shape.attribute.value"}, true]}]}""",
        true
    )]
    [InlineData(
        """{"and": [{"==": [{"var": "shape.attribute.name"}, "size"]}, {"==": [{"var": "shape.attribute.value"}, "small"]}]}""",
        true
    )]
    [InlineData("""{"in": ["doors", {"var": "shape.attribute.name"}]}""", true)]
    [InlineData("""{"==": [{"var": "shape.attribute.name"}, "occluded"]}""", true)]
    [InlineData("""{"==": [{"var": "shape.attribute.name"}, "weight"]}""", false)]
    [InlineData("""{"var": "shape.attribute"}""", true)]
    // One attribute through a whole "and", also by way of "or" in it; "!" asks for any.
    [InlineData(
        """{"and": [{"==": [{"var": "shape.attribute.name"}, "color"]}, {"==": [{"var": "shape.attribute.value"}, "small"]}]}""",
        false
    )]
    [InlineData(
        """{"and": [{"or": [{"==": [{"var": "shape.attribute.name"}, "color"]}, {"==": [{"var": "shape.attribute.name"}, "size"]}]}, {"==": [{"var": "shape.attribute.value"}, "small"]}]}""",
        true
    )]
    [InlineData(
        """{"and": [{"and": [{"==": [{"var": "shape.attribute.name"}, "color"]}]}, {"==": [{"var": "shape.attribute.value"}, "small"]}]}""",
        false
    )]
    [InlineData(
        """{"and": [{"!": {"==": [{"var": "shape.attribute.name"}, "weight"]}}, {"==": [{"var": "shape.attribute.value"}, "small"]}]}""",
        true
    )]
    public void An_annotation_passes(string filter, bool passes)
    {
        var result = Judge(filter, Box());

        Assert.Equal(passes ? RequirementReason.None : RequirementReason.FilterNoMatches, result.Selection.Reason);
        // CVAT has filters as texts in the JSON.
        var text = System.Text.Json.JsonEncodedText.Encode(filter);
        Assert.Equal(result.Selection.Reason, Judge($"\"{text}\"", Box()).Selection.Reason);
    }

    [Theory]
    [InlineData("polygon", "polygon label=\"a\" points=\"0,0;10,0;10,10;0,10\"", 100)]
    [InlineData("mask", "mask label=\"a\" rle=\"0, 12\" left=\"2\" top=\"2\" width=\"4\" height=\"3\"", 12)]
    [InlineData("polyline", "polyline label=\"a\" points=\"0,0;10,10\"", 0)]
    [InlineData("points", "points label=\"a\" points=\"0,0;10,10\"", 0)]
    [InlineData("rectangle", "box label=\"a\" xtl=\"10\" ytl=\"10\" xbr=\"30\" ybr=\"20\" rotation=\"45\"", 200)]
    [InlineData("ellipse", "ellipse label=\"a\" cx=\"50\" cy=\"50\" rx=\"2\" ry=\"1\"", Math.PI * 2)]
    public void The_area_is_that_of_the_shape(string type, string element, double area)
    {
        var result = Judge(
            FormattableString.Invariant($$"""{"<=": [{{area - 1e-6}}, {"var": "shape.area"}, {{area + 1e-6}}]}"""),
            new Scene(100, 100).Add(element),
            type
        );

        Assert.True(result.IsComputed);
    }

    // Tags have no area: neither more nor less than any.
    [Fact]
    public void A_tag_has_no_area() =>
        Assert.False(
            Judge("""{">=": [{"var": "shape.area"}, 0]}""", new Scene().Add("tag label=\"a\""), "tag").IsComputed
        );

    // Each "and" would double what the "or" before it found.
    [Fact]
    public void A_filter_that_doubles_itself_takes_no_longer()
    {
        const string Any = """{"var": "shape.attribute"}""";
        var doubled = $$"""{"or": [{{Any}}, {{Any}}]}""";
        var filter = $$"""{"and": [{{string.Join(',', Enumerable.Repeat(doubled, 200))}}]}""";

        Assert.True(Judge(filter, Box()).IsComputed);
    }

    static RequirementResult Judge(string filter, Scene scene, string type = "rectangle")
    {
        var file = RequirementFile.Load(
            Encoding.UTF8.GetBytes($$"""[{"name": "x", "annotation_type": "{{type}}", "filter": {{filter}}}]""")
        );
        Assert.Empty(file.Problems);
        return Assert.Single(
            DatasetComparison
                .Run(
                    new(scene.Read("gt.xml"), scene.Read("work.xml"), ComparisonProfiles.Cvat274)
                    {
                        Requirements = file.Requirements,
                    }
                )
                .Requirements
        );
    }

    static Scene Box() =>
        new Scene(100, 100)
            .Declare(
                """
                <label><name>car</name><attributes>
                <attribute><name>doors</name><input_type>number</input_type><default_value>2</default_value></attribute>
                <attribute><name>new</name><input_type>checkbox</input_type><default_value>false</default_value></attribute>
                <attribute><name>color</name><input_type>select</input_type><default_value>red</default_value></attribute>
                <attribute><name>size</name><input_type>select</input_type><default_value>small</default_value></attribute>
                </attributes></label>
                """
            )
            .Box(
                "car",
                5,
                5,
                20,
                10,
                more: "occluded=\"1\" source=\"manual\"",
                content: """<attribute name="doors">4</attribute><attribute name="new">True</attribute><attribute name="color">red</attribute>"""
            );
}
