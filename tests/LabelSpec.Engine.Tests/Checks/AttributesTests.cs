using LabelSpec.Annotations.Reading;
using LabelSpec.Grammar;
using LabelSpec.Semantics;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Checks;

public sealed class AttributesTests
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

    /// <summary>Files write values by their labels; names are understood too.</summary>
    [Theory]
    [InlineData("half hidden", null)]
    [InlineData("half_hidden", null)]
    [InlineData("half hiden", "Change occlusion to \"half hidden\"")]
    [InlineData("elsewhere", "")]
    public void A_value_is_allowed_as_files_write_it(string value, string? repair)
    {
        using var folder = new ScratchFolder();
        var file = folder.Write(
            "a.json",
            $$$"""
            {"images": [{"id": 1, "file_name": "a.png", "width": 100, "height": 100}], "categories": [{"id": 1, "name": "cell"}],
             "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 20, 20], "area": 400, "iscrowd": 0,
              "attributes": {"occlusion": "{{{value}}}"}}]}
            """
        );
        var guideline = Compilation
            .Create(
                "g.labelspec",
                SyntaxTree.Parse("class cell { shape box attribute occlusion: none | half_hidden \"half hidden\" }")
            )
            .Guideline;

        var result = Analysis.Run(new AnalysisRequest(DatasetReader.Read([file])) { Guideline = guideline });

        var found = result.Findings.Where(finding => finding.Rule == "LS3107").ToList();
        Assert.Equal(repair is null ? 0 : 1, found.Count);
        if (repair is not null)
            Assert.Equal(repair.Length == 0 ? [] : [repair], found[0].Fixes.Select(fix => fix.Title));
    }
}
