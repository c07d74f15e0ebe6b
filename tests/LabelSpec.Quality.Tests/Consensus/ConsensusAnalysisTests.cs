using System.Text;
using LabelSpec.Annotations.Formats.Coco;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Geometry;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.Consensus;
using LabelSpec.TestSupport;
using static LabelSpec.Quality.Tests.Agreement.AgreementAnalysisTests;

namespace LabelSpec.Quality.Tests.Consensus;

public class ConsensusAnalysisTests
{
    // Three replicas, two agree on label and box with IoU 0.8, half of them suffices: label score 2/3, shape score
    // (1 + 0.8) / 2 = 0.9, score 0.6.
    [Fact]
    public void Cvat_scores_an_object_of_two_in_three()
    {
        var result = Run(
            ConsensusSettings.Cvat,
            Work("1:a:0,0,100,100"),
            Work("1:a:0,0,100,80"),
            Work("1:b:150,150,20,20")
        );

        var one = Assert.Single(result.Objects);
        Assert.Equal(2 / 3.0, one.LabelScore, 12);
        Assert.Equal(.9, one.ShapeScore, 12);
        Assert.Equal(.6, one.Score, 12);
        Assert.Equal(ReviewKind.Outvoted, Assert.Single(result.Review).Kind);
    }

    // Mean of the boxes: 0,0,100,88; the first (IoU .88) and the third (.88 of 84: .954) are compared with it.
    [Fact]
    public void Cvat_takes_the_member_nearest_to_the_mean_box()
    {
        var result = Run(
            ConsensusSettings.Cvat,
            Work("1:a:0,0,100,100"),
            Work("1:a:0,0,100,80"),
            Work("1:a:0,0,100,84")
        );

        Assert.Equal(2, Assert.Single(result.Objects).Source.Annotator);
    }

    [Fact]
    public void Cvat_needs_every_member_to_be_like_every_other()
    {
        // 1 and 2 overlap by 0.6, 2 and 3 by 0.6, 1 and 3 by less than 0.4.
        var result = Run(
            ConsensusSettings.Cvat with
            {
                Quorum = .1,
            },
            Work("1:a:0,0,100,100"),
            Work("1:a:25,0,100,100"),
            Work("1:a:50,0,100,100")
        );

        Assert.Equal([2, 1], result.Objects.Select(one => one.Votes));
    }

    [Fact]
    public void Cvat_keeps_the_attributes_of_the_chosen_shape_and_voting_keeps_those_of_most()
    {
        string[] works =
        [
            WithAttribute("0,0,100,100", "red"),
            WithAttribute("0,0,100,80", "blue"),
            // Nearest to the mean, and alone in its opinion.
            WithAttribute("0,0,100,88", "green"),
            WithAttribute("0,0,100,100", "blue"),
            WithAttribute("0,0,100,80", "blue"),
        ];

        var cvat = Assert.Single(Run(ConsensusSettings.Cvat, works).Objects);
        var voted = Assert.Single(Run(new(), works).Objects);

        Assert.Equal("green", Assert.Single(cvat.Attributes).Value.AsText);
        var attribute = Assert.Single(voted.Attributes);
        Assert.Equal(("blue", 3, 5), (attribute.Value.AsText, attribute.Votes, attribute.Answers));
    }

    [Fact]
    public void What_has_no_majority_is_left_to_people()
    {
        var result = Run(new(), Work("1:a:0,0,50,50"), Work("1:b:0,0,50,50"), Work(""));

        Assert.Empty(result.Objects);
        var item = Assert.Single(result.Review);
        Assert.Equal(ReviewKind.NoMajority, item.Kind);
        Assert.Equal(3, item.Candidates.Length);
        var finding = Assert.Single(result.Findings);
        Assert.Equal("LS6301", finding.Rule);
        Assert.Equal("p0.json", finding.Location.File);
        Assert.Equal("p1.json", Assert.Single(finding.Related).Location.File);
    }

    [Fact]
    public void A_tie_of_attributes_is_left_to_people_and_the_object_stays()
    {
        var result = Run(new(), WithAttribute("0,0,50,50", "red"), WithAttribute("0,0,50,50", "blue"));

        Assert.Empty(Assert.Single(result.Objects).Attributes);
        Assert.Equal((ReviewKind.Attribute, "colour"), (result.Review[0].Kind, result.Review[0].Attribute));
    }

    [Fact]
    public void Boxes_are_averaged_edge_by_edge()
    {
        var result = Run(
            new() { AveragesShapes = true },
            Work("1:a:0,0,100,100"),
            Work("1:a:0,0,100,80"),
            Work("1:a:0,0,100,90")
        );

        var box = Assert.Single(result.Objects).AveragedBox!.Value;
        Assert.Equal((0.0, 0.0, 100.0), (box.Left, box.Top, box.Width));
        Assert.Equal(90, box.Height, 9);
    }

    [Fact]
    public void Of_polygons_the_pixels_of_most_are_taken()
    {
        var result = Run(
            new() { AveragesShapes = true },
            Polygon("10 10 50 10 50 50 10 50"),
            Polygon("10 10 50 10 50 40 10 40"),
            Polygon("10 10 60 10 60 50 10 50")
        );

        var mask = Assert.Single(result.Objects).AveragedMask!;
        Assert.Equal(40 * 40, mask.Area);
        Assert.Equal(new Box(10, 10, 40, 40), mask.Bounds);
    }

    [Theory]
    [InlineData(ConsensusMethod.Majority)]
    [InlineData(ConsensusMethod.Weighted)]
    [InlineData(ConsensusMethod.DawidSkene)]
    [InlineData(ConsensusMethod.Mace)]
    [InlineData(ConsensusMethod.Cvat)]
    public void What_is_written_can_be_read_again(ConsensusMethod method)
    {
        var works = new[] { "anna.json", "ben.json", "cleo.json" }
            .Select(file => (file, DatasetReader.Read([RepositoryFiles.Sample("scores", file)])))
            .ToArray();
        var result = ConsensusAnalysis.Run(AnnotatorWork.Of(works), new() { Method = method });
        var file = new MemoryStream();
        CocoWriter.Write(ConsensusCoco.Of(result), file);

        var read = DatasetReader.Read([new ReadInput("merged.json", file.ToArray())]);

        Assert.Empty(read.Problems);
        Assert.Equal(12, read.Images.Count);
        Assert.Equal(result.Objects.Length, read.Annotations.Count);
        for (var row = 0; row < read.Annotations.Count; row++)
        {
            var one = result.Objects[row];
            Assert.Equal(result.Classes[one.Class], read.Categories.NameOf(read.Annotations.Categories[row]));
            Assert.Equal(
                works[one.Source.Annotator].Item2.Annotations.Boxes[one.Source.Row],
                read.Annotations.Boxes[row]
            );
            Assert.Equal(AnnotationFlags.None, read.Annotations.Flags[row] & AnnotationFlags.Prediction);
        }
    }

    [Fact]
    public void Threads_do_not_change_what_is_written()
    {
        var works = AnnotatorWork.Of([
            .. new[] { "anna.json", "ben.json" }.Select(file =>
                (file, DatasetReader.Read([RepositoryFiles.Sample("scores", file)]))
            ),
        ]);

        Assert.Equal(Written(1), Written(4));

        byte[] Written(int threads)
        {
            var file = new MemoryStream();
            CocoWriter.Write(ConsensusCoco.Of(ConsensusAnalysis.Run(works, new() { Threads = threads })), file);
            return file.ToArray();
        }
    }

    static ConsensusResult Run(ConsensusSettings settings, params string[] works) =>
        ConsensusAnalysis.Run(
            AnnotatorWork.Of([
                .. works.Select(
                    (json, i) =>
                        ($"p{i}", DatasetReader.Read([new ReadInput($"p{i}.json", Encoding.UTF8.GetBytes(json))]))
                ),
            ]),
            settings
        );

    static string WithAttribute(string box, string colour) =>
        Work($"1:a:{box}")
            .Replace(
                "\"segmentation\": []",
                $$"""  "segmentation": [], "attributes": {"colour": "{{colour}}"} """,
                StringComparison.Ordinal
            );

    static string Polygon(string vertices) =>
        Work("1:a:10,10,40,40")
            .Replace(
                "\"segmentation\": []",
                $"\"segmentation\": [[{vertices.Replace(' ', ',')}]]",
                StringComparison.Ordinal
            );
}
