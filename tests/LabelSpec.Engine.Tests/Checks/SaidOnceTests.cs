using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Checks;

/// <summary>What a tool writes everywhere is nobody's mistake, and a class that is missing is not unknown as well.</summary>
public class SaidOnceTests
{
    [Theory]
    [InlineData(
        "via_region_data.json",
        """{"a.jpg1":{"filename":"a.jpg","size":1,"regions":[{"shape_attributes":{"name":"rect","x":1,"y":2,"width":30,"height":40},"region_attributes":{"labels":"car"}}],"file_attributes":{}}}"""
    )]
    [InlineData(
        "a.xml",
        "<annotation><filename>a.jpg</filename><size><width>99</width><height>80</height></size><object><type>robndbox</type><name>car</name><robndbox><cx>30</cx><cy>40</cy><w>20</w><h>10</h><angle>0.1</angle></robndbox></object></annotation>"
    )]
    [InlineData(
        "a.xml",
        "<annotation><filename>a.jpg</filename><object><name>car</name><deleted>0</deleted><verified>0</verified><date>1</date><polygon><pt><x>1</x><y>2</y></pt><pt><x>30</x><y>4</y></pt><pt><x>5</x><y>60</y></pt></polygon></object></annotation>"
    )]
    public void What_a_tool_writes_for_each_annotation_is_no_unknown_attribute(string file, string text) =>
        Assert.DoesNotContain("LS3105", CodesOf(file, text));

    [Fact]
    public void An_annotation_without_a_class_has_no_unknown_one()
    {
        var codes = CodesOf(
            "a.xml",
            """<annotations><version>1.1</version><image id="0" name="a.jpg" width="99" height="80"><box label="" xtl="1" ytl="2" xbr="30" ybr="40"/></image></annotations>"""
        );

        Assert.Contains("LS3007", codes);
        Assert.DoesNotContain("LS3101", codes);
    }

    static string[] CodesOf(string file, string text)
    {
        using var folder = new ScratchFolder();
        folder.Write(file, text);
        return
        [
            .. Analysis
                .Run(
                    new AnalysisRequest(DatasetReader.Read([folder.Path]))
                    {
                        Guideline = TestGuideline.Bind("guideline g version \"1.0.0\"\nclass car\n"),
                    }
                )
                .Findings.Select(finding => finding.Rule),
        ];
    }
}
