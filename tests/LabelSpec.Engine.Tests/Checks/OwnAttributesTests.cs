using LabelSpec.Annotations.Reading;
using LabelSpec.Grammar;
using LabelSpec.Semantics;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Checks;

public sealed class OwnAttributesTests
{
    [Fact]
    public void What_a_format_writes_for_every_object_needs_no_declaration()
    {
        using var folder = new ScratchFolder();
        var file = folder.Write(
            "a.xml",
            """
            <annotation><filename>a.png</filename><size><width>100</width><height>100</height><depth>3</depth></size>
            <object><name>cell</name><pose>Unspecified</pose><truncated>0</truncated><difficult>0</difficult>
            <bndbox><xmin>10</xmin><ymin>10</ymin><xmax>50</xmax><ymax>50</ymax></bndbox></object></annotation>
            """
        );
        var guideline = Compilation.Create("g.labelspec", SyntaxTree.Parse("class cell { shape box }")).Guideline;

        var result = Analysis.Run(new AnalysisRequest(DatasetReader.Read([file])) { Guideline = guideline });

        Assert.DoesNotContain(result.Findings, finding => finding.Rule == "LS3105");
    }
}
