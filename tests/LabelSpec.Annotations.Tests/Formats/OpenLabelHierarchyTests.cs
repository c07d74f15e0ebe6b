using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Tests.Formats;

/// <summary>Holes of OpenLABEL are polygons whose hierarchy names the polygon around them.</summary>
public class OpenLabelHierarchyTests
{
    const string Outline = "[0,0,100,0,100,100,0,100]";
    const string Hole = "[10,10,40,10,40,40,10,40]";
    const string Island = "[20,20,30,20,30,30,20,30]";

    [Fact]
    public void A_polygon_in_another_is_its_hole_and_one_in_a_hole_is_an_outline()
    {
        var dataset = Read(
            Polygon(Outline, "[-1,-1,1,-1]"),
            Polygon(Hole, "[-1,-1,2,0]"),
            Polygon(Island, "[-1,-1,-1,1]")
        );

        Assert.Empty(dataset.Problems);
        Assert.Equal(["100x100: ring 8, hole 8", "10x10: ring 8"], Shapes(dataset));
        Assert.Equal(Outline, Places.Of(dataset, 0, Field.Segmentation));
    }

    [Fact]
    public void A_hole_may_stand_before_its_outline_and_be_written_as_steps()
    {
        var dataset = Read(
            """{"name":"h","val":[10,10,30,0,30,30,0,30],"mode":"MODE_POLY2D_RELATIVE","closed":true,"hierarchy":[-1,-1,-1,1]}""",
            Polygon(Outline, "[-1,-1,0,-1]")
        );

        Assert.Empty(dataset.Problems);
        Assert.Equal(["100x100: ring 8, hole 8"], Shapes(dataset));
    }

    [Theory]
    [InlineData("[-1,-1,-1,7]", "7")]
    [InlineData("[-1,-1,-1,0.5]", "0.5")]
    [InlineData("[-1,-1,-1,\"x\"]", "\"x\"")]
    public void A_polygon_in_none_is_an_outline_and_reported(string hierarchy, string expected)
    {
        var dataset = Read(Polygon(Outline, "[-1,-1,-1,-1]"), Polygon(Hole, hierarchy));

        var problem = Assert.Single(dataset.Problems);
        Assert.Equal(("LS2122", expected), (problem.Code, Tests.Read.Text(dataset, problem.Span)));
        Assert.Equal(2, dataset.Annotations.Count);
    }

    [Fact]
    public void Polygons_in_a_circle_are_outlines()
    {
        var dataset = Read(Polygon(Outline, "[-1,-1,1,1]"), Polygon(Hole, "[-1,-1,0,0]"));

        Assert.Equal(["100x100: ring 8", "30x30: ring 8"], Shapes(dataset));
    }

    [Fact]
    public void A_hole_that_cannot_be_read_costs_itself_alone()
    {
        var dataset = Read(Polygon(Outline, "[-1,-1,1,-1]"), Polygon("[1,2,3]", "[-1,-1,-1,0]"));

        Assert.Equal(["100x100: ring 8"], Shapes(dataset));
        Assert.Equal("LS2112", Assert.Single(dataset.Problems).Code);
    }

    [Fact]
    public void A_polygon_that_others_name_by_its_place_is_not_taken_out()
    {
        var dataset = Read(Polygon(Outline, "[-1,-1,1,-1]"), Polygon(Hole, "[-1,-1,-1,0]"));

        var plan = dataset.Edit([new ElementChange.Remove(Element.Annotation(0))]);

        Assert.Empty(plan.Edits);
        Assert.Single(plan.Refused);
    }

    static string Polygon(string values, string hierarchy) =>
        $$"""{"name":"p","val":{{values}},"mode":"MODE_POLY2D_ABSOLUTE","closed":true,"hierarchy":{{hierarchy}}}""";

    static Dataset Read(params string[] polygons) =>
        Tests.Read.Bytes(
            Encoding.UTF8.GetBytes(
                """{"openlabel":{"metadata":{"schema_version":"1.0.0"},"objects":{"1":{"name":"a","type":"car","object_data":{"poly2d":["""
                    + string.Join(',', polygons)
                    + "]}}}}}"
            ),
            "a.json"
        );

    static string[] Shapes(Dataset dataset)
    {
        var shapes = new string[dataset.Annotations.Count];
        var polygon = new PolygonBuffer();
        for (var row = 0; row < shapes.Length; row++)
        {
            polygon.Clear();
            Assert.True(dataset.ReadPolygon(row, polygon));
            var parts = Enumerable
                .Range(0, polygon.PartCount)
                .Select(part => $"{(polygon.IsHole(part) ? "hole" : "ring")} {polygon.PartAt(part).Length}");
            var box = dataset.Annotations.Boxes[row];
            shapes[row] = $"{box.Width}x{box.Height}: {string.Join(", ", parts)}";
        }

        return shapes;
    }
}
