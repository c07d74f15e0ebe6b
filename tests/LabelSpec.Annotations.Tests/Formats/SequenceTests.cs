using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Formats;

/// <summary>What files say of their sequences: which frames there are, where tracks end, what follows what.</summary>
public sealed class SequenceTests : IDisposable
{
    readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_MOT_row_behind_the_end_or_before_the_beginning_is_found()
    {
        folder.Write("s/seqinfo.ini", "[Sequence]\nname=s\nseqLength=2\n");
        folder.Write(
            "s/gt/gt.txt",
            "0,1,10,10,5,5,1,1,1\n1,1,10,10,5,5,1,1,1\n2,1,10,10,5,5,1,1,1\n3,1,10,10,5,5,1,1,1\n"
        );

        var problem = Assert.Single(Problems("s", "LS2407"));

        Assert.Equal((0, 2), (problem.Span.Start, problem.Count));
        Assert.Contains("numbers frames from 1", problem.Message);
    }

    [Fact]
    public void A_MOT_sequence_of_unknown_length_has_no_end()
    {
        folder.Write("s/gt/gt.txt", "1,1,10,10,5,5,1,1,1\n900,1,10,10,5,5,1,1,1\n");

        Assert.Empty(Problems("s", "LS2407"));
    }

    [Theory]
    [InlineData("<size>3</size><start_frame>0</start_frame><stop_frame>2</stop_frame>", 2, 0)]
    [InlineData("<size>3</size>", 3, 1)]
    [InlineData("<size>3</size><start_frame>10</start_frame><frame_filter>step=5</frame_filter>", 20, 0)]
    [InlineData("<size>3</size><start_frame>10</start_frame><frame_filter>step=5</frame_filter>", 21, 1)]
    [InlineData("", 1000, 0)]
    public void A_CVAT_frame_behind_the_end_is_found(string task, int frame, int problems)
    {
        folder.Write("a.xml", Cvat(task, $"<box frame=\"{frame}\" outside=\"0\" {Place}/>"));

        Assert.Equal(problems, Problems("a.xml", "LS2212").Count());
    }

    [Theory]
    [InlineData("<box frame=\"0\" outside=\"0\" P/>", 1)]
    [InlineData("<box frame=\"0\" outside=\"0\" P/><box frame=\"1\" outside=\"1\" P/>", 0)]
    [InlineData("<box frame=\"0\" outside=\"0\" P/><box frame=\"4\" outside=\"0\" P/>", 0)]
    public void A_CVAT_track_that_nobody_closes_is_found(string shapes, int problems)
    {
        folder.Write("a.xml", Cvat("<size>5</size>", shapes.Replace("P", Place, StringComparison.Ordinal)));

        Assert.Equal(problems, Problems("a.xml", "LS2213").Count());
        folder.Write("a.xml", Cvat("", shapes.Replace("P", Place, StringComparison.Ordinal)));
        Assert.Empty(Problems("a.xml", "LS2213"));
    }

    [Theory]
    [InlineData("-1.57 614 181 727 284 1.57 1.73 4.15 1 1.75 13.2 1.62", 0)]
    [InlineData("-1.57 614 181 727 284 1.57 1.73 4.15 1 1.75 13.2 90", 1)]
    [InlineData("-10 614 181 727 284 -1 -1 -1 -1000 -1000 -1000 -10", 0)]
    public void A_KITTI_angle_in_degrees_is_found(string columns, int problems)
    {
        folder.Write("label_2/1.txt", $"Car 0.00 0 {columns}\n");

        Assert.Equal(problems, Problems("label_2", "LS2408").Count());
    }

    [Theory]
    [InlineData("\"prev\": \"\", \"next\": \"b\"", "\"prev\": \"a\", \"next\": \"\"", 2, 0)]
    [InlineData("\"prev\": \"\", \"next\": \"b\"", "\"prev\": \"a\", \"next\": \"\"", 1, 1)]
    [InlineData("\"prev\": \"\", \"next\": \"b\"", "\"prev\": \"\", \"next\": \"\"", 2, 1)]
    [InlineData("\"prev\": \"\", \"next\": \"\"", "\"prev\": \"a\", \"next\": \"\"", 2, 1)]
    [InlineData("\"prev\": \"x\", \"next\": \"b\"", "\"prev\": \"a\", \"next\": \"y\"", 2, 2)]
    public void A_broken_chain_of_nuScenes_is_found(string first, string second, int time, int problems)
    {
        folder.Write(
            "v/sample.json",
            $$"""
            [{"token": "a", "scene_token": "s", "timestamp": 1, {{first}}},
             {"token": "b", "scene_token": "s", "timestamp": {{time}}, {{second}}}]
            """
        );
        folder.Write("v/sample_annotation.json", "[]");

        Assert.Equal(problems, Problems("v", "LS2122").Sum(problem => problem.Count));
    }

    [Fact]
    public void An_instance_whose_last_annotation_is_missing_is_found()
    {
        folder.Write(
            "v/sample.json",
            """[{"token": "s", "scene_token": "x", "timestamp": 1, "prev": "", "next": ""}]"""
        );
        folder.Write(
            "v/instance.json",
            """[{"token": "i", "category_token": "c", "first_annotation_token": "a", "last_annotation_token": "z"}]"""
        );
        folder.Write(
            "v/sample_annotation.json",
            """
            [{"token": "a", "sample_token": "s", "instance_token": "i", "prev": "", "next": "",
              "translation": [0, 0, 0], "size": [1, 1, 1], "rotation": [1, 0, 0, 0]}]
            """
        );

        Assert.Contains("last annotation", Assert.Single(Problems("v", "LS2122")).Message);
    }

    const string Place = "xtl=\"1\" ytl=\"1\" xbr=\"9\" ybr=\"9\" occluded=\"0\" keyframe=\"1\"";

    static string Cvat(string task, string shapes) =>
        $"<annotations><version>1.1</version><meta><task>{task}</task></meta>"
        + $"<track id=\"0\" label=\"car\">{shapes}</track></annotations>";

    IEnumerable<ReadProblem> Problems(string path, string code)
    {
        Dataset data = DatasetReader.Read([folder.PathOf(path)]);
        Assert.NotEmpty(data.Files);
        return data.Problems.Where(problem => problem.Code == code);
    }
}
