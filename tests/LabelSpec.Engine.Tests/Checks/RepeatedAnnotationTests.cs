using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Checks;

public sealed class RepeatedAnnotationTests
{
    [Fact]
    public void Each_copy_is_reported_once_and_names_the_original()
    {
        using var folder = new ScratchFolder();
        var copies = Enumerable
            .Range(1, 500)
            .Select(id =>
                $$"""{"id":{{id}},"image_id":1,"category_id":1,"bbox":[10,10,20,20],"area":400,"iscrowd":0}"""
            );
        var file = folder.Write(
            "a.json",
            $$"""
            {"images":[{"id":1,"file_name":"a.png","width":100,"height":100}],
             "categories":[{"id":1,"name":"cell"}],
             "annotations":[{{string.Join(',', copies)}}]}
            """
        );

        var found = Analysis
            .Run(new AnalysisRequest(DatasetReader.Read([file])))
            .Findings.Where(finding => finding.Rule == "LS3601")
            .ToList();

        Assert.Equal(499, found.Count);
        Assert.All(found, finding => Assert.Equal("1", Assert.Single(finding.Related).Annotation));
    }
}
