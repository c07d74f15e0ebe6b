using System.Text;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Tests.Formats;

/// <summary>What is nested too deeply is said to be so, and what follows it is read.</summary>
public class DeepNestingTests
{
    static readonly string Deep =
        string.Concat(Enumerable.Repeat("<a>", 200)) + "x" + string.Concat(Enumerable.Repeat("</a>", 200));

    const string VocBox = "<bndbox><xmin>1</xmin><ymin>2</ymin><xmax>8</xmax><ymax>9</ymax></bndbox>";

    [Fact]
    public void Objects_of_VOC_behind_a_deep_element_are_read()
    {
        var dataset = Read(
            "a.xml",
            "<annotation><filename>a.jpg</filename><size><width>100</width><height>80</height></size>"
                + $"<object><name>car</name>{Deep}{VocBox}</object><object>{Deep}<name>bus</name>{VocBox}</object></annotation>"
        );

        Assert.Equal("LS2204", Assert.Single(dataset.Problems).Code);
        Assert.Equal(2, dataset.Annotations.Count);
        Assert.Equal(["car", "bus"], Classes(dataset));
    }

    [Theory]
    [InlineData("<b x=\"a>b\"/>")]
    [InlineData("<!-- <b> -->")]
    [InlineData("<![CDATA[<b>]]>")]
    [InlineData("<?b <c>?>")]
    public void What_looks_like_a_tag_is_none_there(string markup)
    {
        var deep = Deep.Replace("x", markup, StringComparison.Ordinal);
        var dataset = Read(
            "c.xml",
            "<annotations><image id=\"0\" name=\"a.jpg\" width=\"100\" height=\"80\">"
                + $"<box label=\"car\" xtl=\"1\" ytl=\"2\" xbr=\"8\" ybr=\"9\">{deep}</box>"
                + "<box label=\"bus\" xtl=\"1\" ytl=\"2\" xbr=\"8\" ybr=\"9\"/></image></annotations>"
        );

        Assert.Equal("LS2204", Assert.Single(dataset.Problems).Code);
        Assert.Equal(["car", "bus"], Classes(dataset));
    }

    [Fact]
    public void A_shape_of_LabelMe_that_is_nested_too_deeply_is_called_so()
    {
        var deep = new string('[', 200) + new string(']', 200);
        var dataset = Read(
            "l.json",
            $$$"""
            {"version":"5.0","flags":{},"shapes":[
              {"label":"car","points":{{{deep}}},"shape_type":"polygon","flags":{}},
              {"label":"bus","points":[[1,2],[8,2],[8,9]],"shape_type":"polygon","flags":{}}],
             "imagePath":"a.jpg","imageData":null,"imageHeight":80,"imageWidth":100}
            """
        );

        Assert.Contains(dataset.Problems, problem => problem.Code == "LS2108");
        Assert.DoesNotContain(dataset.Problems, problem => problem.Code == "LS2101");
        Assert.Equal(["car", "bus"], Classes(dataset));
    }

    static Dataset Read(string file, string text) => Tests.Read.Bytes(Encoding.UTF8.GetBytes(text), file);

    static string[] Classes(Dataset dataset) =>
        [
            .. Enumerable
                .Range(0, dataset.Annotations.Count)
                .Select(row => dataset.Categories.Names[dataset.Annotations.Categories[row]]),
        ];
}
