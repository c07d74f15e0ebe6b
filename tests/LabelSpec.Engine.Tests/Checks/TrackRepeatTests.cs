using LabelSpec.Annotations.Reading;
using LabelSpec.Engine.Findings;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Checks;

/// <summary>A track that stands in one frame twice is found once, by the check that says it best.</summary>
public class TrackRepeatTests
{
    static readonly string[] Codes = ["LS3001", "LS3601", "LS3602", "LS3707"];

    [Fact]
    public void A_row_that_is_repeated_in_every_number_is_an_exact_duplicate()
    {
        var found = Findings("3,1,100,100,50,80,1,1,0.9\n3,1,100,100,50,80,1,1,0.9\n");

        Assert.Equal("LS3601", Assert.Single(found).Rule);
    }

    [Fact]
    public void A_track_at_two_places_is_twice_in_the_frame_that_the_file_names()
    {
        var finding = Assert.Single(Findings("3,1,100,100,50,80,1,1,0.9\n3,1,300,100,50,80,1,1,0.9\n"));

        Assert.Equal("LS3707", finding.Rule);
        Assert.Contains("is twice in frame 3.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeated_row_behind_another_place_is_both()
    {
        var found = Findings("3,1,100,100,50,80,1,1,0.9\n3,1,300,100,50,80,1,1,0.9\n3,1,100,100,50,80,1,1,0.9\n");

        Assert.Equal(["LS3707", "LS3601"], found.Select(finding => finding.Rule));
    }

    static Finding[] Findings(string rows)
    {
        using var folder = new ScratchFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "a", "gt"));
        File.WriteAllText(Path.Combine(folder.Path, "a", "gt", "gt.txt"), rows);
        return
        [
            .. Analysis
                .Run(new AnalysisRequest(DatasetReader.Read([folder.Path])))
                .Findings.Where(finding => Codes.Contains(finding.Rule)),
        ];
    }
}
