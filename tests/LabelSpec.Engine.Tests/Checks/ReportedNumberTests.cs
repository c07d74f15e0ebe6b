using System.Text;
using LabelSpec.Annotations.Reading;

namespace LabelSpec.Engine.Tests.Checks;

/// <summary>What a reader could not take for a number is one defect, and one finding.</summary>
public class ReportedNumberTests
{
    const string Kitti = "Car 0.00 0 -1.57 599.41 156.40 @ 189.25 2.85 2.63 12.34 0.47 1.49 69.44 -1.56\n";
    const string Voc =
        "<annotation><filename>a.jpg</filename><size><width>100</width><height>80</height></size><object><name>car</name>"
        + "<bndbox><xmin>1</xmin><ymin>2</ymin><xmax>@</xmax><ymax>9</ymax></bndbox></object></annotation>";
    const string Cvat =
        """<annotations><version>1.1</version><image id="0" name="a.jpg" width="100" height="80"><box label="car" xtl="1" ytl="2" xbr="@" ybr="9"/></image></annotations>""";
    const string LabelMe =
        """{"version":"5.0","flags":{},"shapes":[{"label":"car","points":[[1,2],#],"shape_type":"rectangle","flags":{}}],"imagePath":"a.jpg","imageData":null,"imageHeight":80,"imageWidth":100}""";

    [Theory]
    [InlineData("000001.txt", Kitti, "6O", "LS2402")]
    [InlineData("000001.txt", Kitti, "nan", "LS2402")]
    [InlineData("a.xml", Voc, "6O", "LS2208")]
    [InlineData("a.xml", Voc, "NaN", "LS3201")]
    [InlineData("a.xml", Cvat, "6O", "LS2208")]
    [InlineData("a.json", LabelMe, "[3,\"6O\"]", "LS2112")]
    [InlineData("a.json", LabelMe, "\"6O\"", "LS2112")]
    [InlineData("a.json", LabelMe, "[3,4,5]", "LS2112")]
    [InlineData("a.json", LabelMe, "[3,1e400]", "LS3201")]
    public void A_bad_number_is_found_once(string name, string text, string value, string code)
    {
        var found = CodesOf(
            name,
            text.Replace("@", value, StringComparison.Ordinal).Replace("#", value, StringComparison.Ordinal)
        );

        Assert.Equal([code], found);
    }

    [Fact]
    public void A_number_that_is_nested_too_deeply_is_found_once()
    {
        var deep = new string('[', 200) + "1" + new string(']', 200);

        Assert.Equal(["LS2108"], CodesOf("a.json", LabelMe.Replace("#", $"[3,{deep}]", StringComparison.Ordinal)));
    }

    [Fact]
    public void So_are_more_than_are_shown_one_by_one() =>
        Assert.Equal(
            Enumerable.Repeat("LS2402", 100),
            CodesOf(
                "000001.txt",
                string.Concat(Enumerable.Repeat(Kitti.Replace("@", "x", StringComparison.Ordinal), 250))
            )
        );

    static string[] CodesOf(string name, string text) =>
        [
            .. Analysis
                .Run(
                    new AnalysisRequest(
                        DatasetReader.Read([new ReadInput($"/no/such/folder/{name}", Encoding.UTF8.GetBytes(text))])
                    )
                )
                .Findings.Select(finding => finding.Rule)
                .Where(rule => rule is not ("LS5013" or "LS4004")),
        ];
}
