using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Checks;

public sealed class TrackIdTests
{
    [Theory]
    [InlineData(-1, 0)]
    [InlineData(7, 1)]
    public void Negative_track_ids_are_no_tracks(int id, int expected)
    {
        using var folder = new ScratchFolder();
        var file = folder.Write(
            "a.json",
            $$"""
            {"videos":[{"id":1,"name":"v"}],
             "images":[{"id":1,"file_name":"v/0.jpg","width":100,"height":100,"video_id":1,"frame_id":0}],
             "categories":[{"id":1,"name":"car"}],
             "annotations":[
              {"id":1,"image_id":1,"category_id":1,"bbox":[1,1,9,9],"area":81,"iscrowd":0,"track_id":{{id}} },
              {"id":2,"image_id":1,"category_id":1,"bbox":[40,1,9,9],"area":81,"iscrowd":0,"track_id":{{id}} }]}
            """
        );

        var found = Analysis
            .Run(new AnalysisRequest(DatasetReader.Read([file])))
            .Findings.Count(finding => finding.Rule == "LS3707");

        Assert.Equal(expected, found);
    }
}
