using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Geometry;
using LabelSpec.TestSupport;
using Files = LabelSpec.TestSupport.RealData;

namespace LabelSpec.Annotations.Tests.Formats;

/// <summary>Polygons of OpenLABEL that are written as chains of steps, against what the VCD toolkit makes of the same vertices.</summary>
public sealed class OpenLabelChainTests : IDisposable
{
    const string Mapillary =
        "openlabel/vicomtech-vcd/converters/mapillaryConverter/vcd_files/openlabel-3-MmXdwhyIQhtb4-8NqHQ_";

    readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    // The values are those that the toolkit's computeSRF6DCC and computeRS6FCC give for the vertices; the first ones stand beside
    // the vertices in its file openlabel100_test_polygon2D.json.
    [Theory]
    [InlineData("SRF6DCC", """["5", "5", "1", "mBIIOIII"]""", "5 5 10 5 11 6 11 8 9 10 5 10 3 8 3 6 4 5")]
    [InlineData("RS6FCC", """["5", "5", "4", "3", "1", "nBIIIAIII"]""", "5 5 10 5 11 6 11 8 9 10 5 10 3 8 3 6 4 5")]
    [InlineData("SRF6DCC", """["10", "10", "1", "2wnwm2n1WwFX22A"]""", "10 10 10 20 30 20 30 10 11 10 20 1 20 30")]
    [InlineData("RS6FCC", """["10", "10", "8", "9", "0", "4n4nn9Wq/4"]""", "10 10 10 20 30 20 30 10 11 10 20 1 20 30")]
    [InlineData("SRF6DCC", """["1003", "951", "0", ""]""", "1003 951")]
    public void Chains_give_the_vertices_that_they_were_made_of(string mode, string values, string vertices)
    {
        var data = Read(mode, values);

        Assert.Empty(data.Problems);
        Assert.Equal(vertices, string.Join(" ", Vertices(data, 0)));
        var span = data.Locate(Element.Annotation(0), Field.VertexOf(0, 1));
        Assert.Equal(
            values,
            Encoding.UTF8.GetString(data.Files[0].Bytes.From(0).Slice((int)span.Start, (int)span.Length))
        );
    }

    [Theory]
    [InlineData("SRF6DCC", """["5", "5", "mBIIOIII"]""")]
    [InlineData("SRF6DCC", """["5", "5", "1", "mB*IOIII"]""")]
    [InlineData("SRF6DCC", """["5", "5.5", "1", "mBIIOIII"]""")]
    [InlineData("SRF6DCC", """["5", "5", "2", "mBIIOIII"]""")]
    [InlineData("SRF6DCC", """["5", "1e300", "1", "mBIIOIII"]""")]
    [InlineData("RS6FCC", """["5", "5", "-1", "-1", "1", "nBIIIAIII"]""")]
    [InlineData("RS6FCC", """["5", "5", "4", "3", "1", 7]""")]
    [InlineData("RELATIVE", "[5, 5, 1, 1, 2]")]
    [InlineData("ABSOLUTE", "[5, 5, 1, 1, 2]")]
    [InlineData("SPLINE", "[5, 5, 1, 1, 2, 0]")]
    public void What_is_no_chain_is_told(string mode, string values)
    {
        var data = Read(mode, values);

        Assert.Equal(["LS2112"], data.Problems.Select(problem => problem.Code));
        Assert.True(data.Annotations.Flags[0].HasFlag(AnnotationFlags.Unread));
    }

    [Fact]
    public void Vertices_may_be_given_by_their_distance_from_the_first()
    {
        var data = Read("RELATIVE", "[105.5, 50, 10, -2.5, -3, 20]");

        Assert.Empty(data.Problems);
        Assert.Equal([105.5, 50, 115.5, 47.5, 102.5, 70], Vertices(data, 0));
        Assert.Equal(new Box(102.5, 47.5, 13, 22.5), data.Annotations.Boxes[0]);
        var span = data.Locate(Element.Annotation(0), Field.VertexOf(0, 1));
        Assert.Equal(
            "10",
            Encoding.UTF8.GetString(data.Files[0].Bytes.From(0).Slice((int)span.Start, (int)span.Length))
        );
    }

    // The toolkit wrote both files from one picture.
    [RealDataTheory]
    [InlineData(Mapillary + "class_MODE_POLY2D_ABSOLUTE.json", 231)]
    [InlineData(Mapillary + "instances_MODE_POLY2D_ABSOLUTE.json", 247)]
    public void Both_ways_of_writing_a_polygon_give_the_same(string path, int count)
    {
        var (plain, chained) = (
            DatasetReader.Read([Files.PathOf(path)]),
            DatasetReader.Read([Files.PathOf(path.Replace("ABSOLUTE", "SRF6DCC", StringComparison.Ordinal))])
        );

        Assert.Equal(count, plain.Annotations.Count);
        Assert.Empty(chained.Problems);
        Assert.Equal(
            Enumerable.Range(0, count).Select(row => string.Join(" ", Turns(Vertices(plain, row)))),
            Enumerable.Range(0, count).Select(row => string.Join(" ", Turns(Vertices(chained, row))))
        );
    }

    Dataset Read(string mode, string values) =>
        DatasetReader.Read([
            folder.Write(
                "a.json",
                $$"""
                {"openlabel": {"metadata": {"schema_version": "1.0.0"}, "objects": {"0": {"name": "a", "type": "Car",
                  "object_data": {"poly2d": [{"name": "p", "mode": "MODE_POLY2D_{{mode}}", "closed": false, "val": {{values}} }
                  ]} } } } }
                """
            ),
        ]);

    static double[] Vertices(Dataset data, int row)
    {
        var polygon = new PolygonBuffer();
        data.ReadPolygon(row, polygon);
        return polygon.Coordinates.ToArray();
    }

    // The vertices where the direction changes: the files also have some in the middle of a line.
    static IEnumerable<double> Turns(double[] vertices)
    {
        for (var i = 0; i < vertices.Length; i += 2)
            if (i == 0 || i == vertices.Length - 2 || StepTo(i) != StepTo(i + 2))
                foreach (var number in vertices.AsSpan(i, 2).ToArray())
                    yield return number;

        (int, int) StepTo(int i) =>
            (Math.Sign(vertices[i] - vertices[i - 2]), Math.Sign(vertices[i + 1] - vertices[i - 1]));
    }
}
