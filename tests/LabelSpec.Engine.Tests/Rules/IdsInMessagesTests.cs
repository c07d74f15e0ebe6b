using LabelSpec.Annotations.Reading;
using LabelSpec.Grammar;
using LabelSpec.Semantics;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Rules;

public sealed class IdsInMessagesTests
{
    /// <summary>A format without ids: the number of the annotation in its image says which one is meant.</summary>
    [Theory]
    [InlineData(
        "rule r { for a: cell require a.width > 20px message \"{a.class} {a.id} is narrow\" }",
        "cell #2 is narrow"
    )]
    [InlineData(
        "rule r { for pair a, b: cell forbid a.height == b.height message \"{a.id} and {b.id}\" }",
        "#1 and #2"
    )]
    public void An_annotation_without_an_id_is_called_by_its_number(string rule, string expected)
    {
        using var folder = new ScratchFolder();
        foreach (var name in (string[])["a", "b"])
            folder.Write(
                name + ".xml",
                $"""
                <annotation><filename>{name}.png</filename><size><width>100</width><height>100</height><depth>3</depth></size>
                <object><name>cell</name><bndbox><xmin>10</xmin><ymin>10</ymin><xmax>50</xmax><ymax>50</ymax></bndbox></object>
                <object><name>cell</name><bndbox><xmin>60</xmin><ymin>10</ymin><xmax>70</xmax><ymax>50</ymax></bndbox></object>
                </annotation>
                """
            );
        var guideline = Compilation
            .Create("g.labelspec", SyntaxTree.Parse("class cell { shape box }\n" + rule))
            .Guideline;

        var result = Analysis.Run(new AnalysisRequest(DatasetReader.Read([folder.Path])) { Guideline = guideline });

        Assert.Equal(
            [expected, expected],
            result.Findings.Where(finding => finding.Rule == "r").Select(finding => finding.Message)
        );
    }
}
