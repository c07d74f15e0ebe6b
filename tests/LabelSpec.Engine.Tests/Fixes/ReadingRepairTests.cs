using System.Text;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Fixes;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Fixes;

/// <summary>What readers stumble over and understand all the same is written as other readers want it.</summary>
public sealed class ReadingRepairTests
{
    const string Rest = "\"categories\": [{\"id\": 1, \"name\": \"car\"}]}";

    [Theory]
    [InlineData(
        "LS2107",
        "a.json",
        "{\"images\": [{\"id\": 1, \"file_name\": \"a.png\", \"width\": 9, \"height\": 9},], \"annotations\": [], "
            + Rest,
        "Remove it",
        "\"height\": 9}], "
    )]
    [InlineData(
        "LS2110",
        "a.json",
        "{\"images\": [{\"id\": 1, \"file_name\": \"a.png\", \"width\": 9, \"height\": 9}], \"annotation\": [], "
            + Rest,
        "Write \"annotations\"",
        "\"annotations\": [], "
    )]
    [InlineData(
        "LS2110",
        "a.json",
        "{\"images\": [{\"id\": 1, \"filename\": \"a.png\", \"width\": 9, \"height\": 9}], \"annotations\": [], "
            + Rest,
        "Write \"file_name\"",
        "\"file_name\": \"a.png\""
    )]
    [InlineData(
        "LS2113",
        "a.json",
        "{\"images\": [{\"id\": 1, \"file_name\": \"a.png\", \"width\": 9, \"height\": 9}], \"annotations\": "
            + "[{\"id\": 1, \"image_id\": \"1\", \"category_id\": 1, \"bbox\": [1, 1, 5, 5], \"area\": 25, \"iscrowd\": 0}], "
            + Rest,
        "Write 1",
        "\"image_id\": 1, "
    )]
    public void A_file_is_corrected_where_it_was_stumbled_over(
        string code,
        string name,
        string text,
        string title,
        string expected
    )
    {
        using var folder = new ScratchFolder();
        var file = folder.Write(name, text);

        var fix = Assert.Single(
            Assert.Single(FindingsOf(file), finding => finding.Rule == code).Fixes,
            fix => fix.Title == title
        );

        Assert.True(fix.IsSafe);
        var edit = Assert.Single(fix.Edits);
        var bytes = File.ReadAllBytes(file);
        var after =
            Encoding.UTF8.GetString(bytes[..(int)edit.Start])
            + edit.Text
            + Encoding.UTF8.GetString(bytes[(int)edit.End..]);
        Assert.Contains(expected, after, StringComparison.Ordinal);
        File.WriteAllText(file, after);
        Assert.DoesNotContain(FindingsOf(file), finding => finding.Rule == code);
    }

    [Fact]
    public void All_places_of_a_file_are_corrected_at_once()
    {
        const int Rows = 300;
        const string Head = "ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax\n";
        using var folder = new ScratchFolder();
        var file = folder.Write(
            "a.csv",
            Head + string.Concat(Enumerable.Repeat("a.jpg,,car,,\"0,1\",\"0,2\",0.3,\"0,4\"\n", Rows))
        );

        var outcome = FixSession.Run(
            FixRequest.OfFindings(
                _ => DatasetReader.Read([file]),
                dataset => Analysis.Run(new AnalysisRequest(dataset)),
                finding => finding.Rule == "LS2403" ? Assert.Single(finding.Fixes) : null
            )
        );

        Assert.Equal(1, outcome.Fixed);
        Assert.Equal(0, outcome.Remaining);
        Assert.Equal(
            Head + string.Concat(Enumerable.Repeat("a.jpg,,car,,0.1,0.2,0.3,0.4\n", Rows)),
            File.ReadAllText(file)
        );
    }

    static FindingList FindingsOf(string file) =>
        Analysis.Run(new AnalysisRequest(DatasetReader.Read([file]))).Findings;
}
