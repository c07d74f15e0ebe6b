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

    [Fact]
    public void The_class_of_a_track_is_wrong_once_and_not_with_each_shape()
    {
        const string Boxes = """
            <box frame="0" outside="0" occluded="0" keyframe="1" xtl="50" ytl="100" xbr="110" ybr="140" z_order="0"></box>
            <box frame="1" outside="0" occluded="0" keyframe="1" xtl="56" ytl="100" xbr="116" ybr="140" z_order="0"></box>
            """;
        var codes = CodesOf(
            "a.xml",
            $"""
            <annotations><version>1.1</version>
            <meta><task><size>2</size><mode>interpolation</mode>
            <labels><label><name>car</name><attributes></attributes></label><label><name>cart</name><attributes></attributes></label></labels>
            <original_size><width>640</width><height>480</height></original_size><source>a.mp4</source></task></meta>
            <track id="0" label="cart">{Boxes}</track>
            <track id="1" label="car">{Boxes.Replace("100", "200", StringComparison.Ordinal)}</track>
            <track id="2" label="cart">{Boxes.Replace("100", "130", StringComparison.Ordinal)}</track>
            </annotations>
            """
        );

        Assert.Equal(2, codes.Count(code => code == "LS3101"));
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
