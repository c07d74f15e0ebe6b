using System.Collections.Immutable;
using System.Text;
using CsCheck;
using LabelSpec.Annotations.Reading;
using LabelSpec.Quality.Comparison;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Comparison;

/// <summary>Jobs, tasks and projects, as CVAT sums them up.</summary>
public class JobTests
{
    // The first job has 2 of 4 frames in the ground truth, the second 1 of 2, and shares frame 2 with the first.
    static readonly string Truth = Images((1, "a 0 0"), (2, "a 0 0 a 100 0"), (3, ""));

    static readonly (string Path, string Text)[] Task =
    [
        ("one/first.json", Images((1, "a 0 0"), (2, "a 0 0 b 100 0"), (7, "a 0 0"), (8, ""))),
        ("one/second.json", Images((2, "a 0 0"), (9, "b 0 0"))),
    ];

    [Fact]
    public void Each_job_is_held_against_the_ground_truth_on_its_own()
    {
        var result = Compared(ComparisonProfiles.CvatClassic, Task);
        var work = WorkHierarchy.Of(result)!;

        // Job 1: a, a right, b for a. Job 2: a right, one missing. Together 3 of 5, although strict sees frame 2 once.
        Assert.Equal(["one/first.json", "one/second.json"], work.Jobs.Select(job => job.Name));
        Assert.Equal([(2, 4), (1, 2)], work.Jobs.Select(job => (job.ValidatedFrames, job.Frames)));
        var counts = work.Jobs.Select(job => ComparisonSummary.Of(job.Result).Scores.Counts).ToList();
        Assert.Equal(new Counts(2, 0, 0, 3), counts[0]);
        Assert.Equal(new Counts(1, 1, 0, 2), counts[1]);
        var all = ComparisonSummary.Of(result).Scores;
        Assert.Equal(new Counts(3, 1, 0, 5), all.Counts);
        Assert.Equal(.6, all.Accuracy);
        Assert.Equal((.75, .6), (all.Precision, all.Recall));
        Assert.Equal(3 / 6.0, Assert.Single(work.Tasks).FrameShare);
    }

    [Fact]
    public void Strict_takes_a_frame_of_two_files_for_one()
    {
        var counts = ComparisonSummary.Of(Compared(ComparisonProfiles.Strict, Task)).Scores.Counts;

        // Frame 2 has a twice, and b: one a and b are pairs, the other a is extra.
        Assert.Equal(new Counts(2, 0, 1, 4), counts);
    }

    [Fact]
    public void A_project_weighs_its_tasks_by_their_size()
    {
        var result = Compared(
            ComparisonProfiles.CvatClassic,
            [
                .. Task,
                (
                    "two/third.json",
                    Images((1, "b 0 0"), (4, ""), (5, ""), (6, ""), (10, ""), (11, ""), (12, ""), (13, ""))
                ),
            ]
        );
        var project = ExtrapolatedScores.Of(WorkHierarchy.Of(result)!);

        // Task "one": 3 of 6 frames, weight 2: 3 valid of 5. Task "two": 1 of 8 frames, weight 8: none of 1.
        Assert.Equal(new Counts(6, 2, 0, 10 + 8), project.Counts);
        Assert.Equal((2 * 4 + 8, 2 + 8), (project.Counts.Work, project.InvalidPairs));
        Assert.Equal(10 + 8, project.Counts.Truth);
        var labels = result.Labels;
        Assert.Equal(2 + 8, project.Matrix[labels.IndexOf("b"), labels.IndexOf("a")]);
        // Not extrapolated it is 3 of 6.
        Assert.Equal(.5, ComparisonSummary.Of(result).Scores.Accuracy);
    }

    [Fact]
    public void Counts_are_rounded_up_one_by_one() =>
        Assert.Equal(
            new Counts(2, 2, 0, 5) { Work = 4, Truth = 5 },
            new Counts(1, 1, 0, 3) { Work = 2, Truth = 3 }.Times(1.6)
        );

    [Fact]
    public void A_single_file_and_files_of_one_picture_are_no_jobs()
    {
        Assert.Null(WorkHierarchy.Of(Compared(ComparisonProfiles.CvatClassic, [Task[0]])));
        Assert.Null(
            WorkHierarchy.Of(
                Compared(
                    ComparisonProfiles.CvatClassic,
                    [("1.json", Images((1, "a 0 0"))), ("2.json", Images((2, "a 0 0")))]
                )
            )
        );
    }

    // Images may be parted across files and folders, and those without ground truth too.
    [Fact]
    public void Jobs_of_parts_of_the_images_are_those_of_the_whole() =>
        Gen.Select(
                Gen.Select(Gen.Int[0, Files.Length], Gen.Bool, Gen.Int[0, 6], Gen.Bool).Array[7],
                Gen.Int[0, 2].Array[7]
            )
            .Holds(
                (images, parts) =>
                {
                    foreach (var profile in ComparisonProfiles.All)
                    {
                        var whole = Of([.. Enumerable.Range(0, images.Length)]);
                        var joined = Enumerable
                            .Range(0, images.Length)
                            .GroupBy(image => parts[image])
                            .Reverse()
                            .Select(shard => Of([.. shard]))
                            .Aggregate((a, b) => a.Merge(b));
                        Assert.Equal(NumbersOf(whole), NumbersOf(joined));

                        ComparisonResult Of(int[] shard) =>
                            DatasetComparison.Run(
                                new(
                                    Read(
                                        (
                                            "gt.json",
                                            Images([
                                                .. shard
                                                    .Where(image => images[image].Item2)
                                                    .Select(image => (image + 1, "a 0 0 b 100 0")),
                                            ])
                                        )
                                    ),
                                    Read([
                                        .. Files.Select(
                                            (file, number) =>
                                                (
                                                    file,
                                                    Images([
                                                        .. shard
                                                            .Where(image => IsIn(images[image], number))
                                                            .Select(image =>
                                                                (image + 1, $"a {images[image].Item3} 0 b 100 {number}")
                                                            ),
                                                    ])
                                                )
                                        ),
                                    ]),
                                    profile
                                )
                            );
                    }
                },
                iter: 60
            );

    static readonly string[] Files = ["one/first.json", "one/second.json", "two/third.json"];

    // The last is in every file, and others in one, or also in the next.
    static bool IsIn((int File, bool, int, bool IsInNext) image, int file) =>
        image.File == Files.Length || file == image.File || (image.IsInNext && file == image.File + 1);

    static string NumbersOf(ComparisonResult result) =>
        string.Join(
            '\n',
            [
                .. Parts("job", result).Select(part => part.ToString()),
                .. WorkHierarchy.Of(result) is { } work
                    ? (IEnumerable<string>)
                        [
                            .. work.Tasks.SelectMany(task =>
                                task.Jobs.Select(job =>
                                    $"{task.Name} {task.FrameShare:R} {job.Name} {job.Frames} {job.ValidatedFrames} {ComparisonSummary.Of(job.Result).Scores}"
                                )
                            ),
                            .. NumbersOf(ExtrapolatedScores.Of(work), result.Labels),
                        ]
                    : [],
            ]
        );

    static IEnumerable<string> NumbersOf(ExtrapolatedScores scores, ImmutableArray<string> labels) =>
        [
            $"{scores.Counts} {scores.Pairs} {scores.InvalidPairs}",
            .. from truth in labels.Order(StringComparer.Ordinal)
            from work in labels.Order(StringComparer.Ordinal)
            select $"{truth} {work} {scores.Matrix[labels.IndexOf(work), labels.IndexOf(truth)]}",
        ];

    [Fact]
    public void Parts_by_annotator_job_and_size_have_the_scores_of_their_annotations()
    {
        var result = Compared(ComparisonProfiles.CvatClassic, Task);

        Assert.Equal(
            [("one/first.json", 2, 3, 2), ("one/second.json", 1, 2, 1)],
            Parts("job", result)
                .Select(part => (part.Name, part.Scores!.Counts.Valid, part.Scores.Counts.Total, part.Images))
        );
        // 10 x 10 is small.
        Assert.Equal(("small", 3), Only(Parts("size", result)));
        Assert.Equal(
            [("1.png", 1, 1), ("2.png", 1, 2), ("2.png", 1, 2)],
            Parts("image", result).Select(part => (part.Name, part.Scores!.Counts.Valid, part.Scores.Counts.Total))
        );
        Assert.Equal(
            // Of a: 3 right, one missing, one called b. Of b: that one.
            [("a", 3L, 5L), ("b", 0L, 1L)],
            Parts("class", result).Select(part => (part.Name, part.Scores!.Counts.Valid, part.Scores.Counts.Total))
        );
        Assert.Equal(("(nobody named)", 3), Only(Parts("annotator", result)));

        static (string, int) Only(IEnumerable<SliceScore> parts)
        {
            var part = Assert.Single(parts);
            return (part.Name, (int)part.Scores!.Counts.Valid);
        }
    }

    [Fact]
    public void Sizes_are_those_of_the_ground_truth()
    {
        var scene = new Scene()
            .Box("a", 0, 0, 31, 32)
            .Box("a", 100, 0, 32, 32)
            .Box("a", 200, 0, 95, 96)
            .Box("a", 400, 0, 96, 96)
            .Add("tag label=\"a\"");

        var parts = Parts("size", Compare.Strict(scene, scene));

        Assert.Equal(
            [("small", 1), ("medium", 2), ("large", 1), ("without area", 1)],
            parts.Select(part => (part.Name, (int)part.Scores!.Counts.Valid))
        );
    }

    // Label Studio names who made each annotation: what is missing in an image of one is missing from that one.
    [Fact]
    public void Work_is_judged_annotator_by_annotator()
    {
        static string Of(int picture, int who, params (double X, string Label)[] boxes) =>
            $$$"""
                {"id": {{{picture}}}, "data": {"image": "{{{picture}}}.png"}, "annotations": [
                 {"id": {{{picture * 10 + who}}}, "completed_by": {{{who}}}, "result": [
                 {{{string.Join(",", boxes.Select((box, i) => Region($"{picture}{who}{i}", box.X, box.Label)))}}}
                ]}]}
                """;
        static string Region(string id, double x, string label) =>
            $$$"""
                {"id": "{{{id}}}", "type": "rectanglelabels", "from_name": "l", "to_name": "i", "original_width": 100,
                 "original_height": 100, "image_rotation": 0,
                 "value": {"x": {{{x}}}, "y": 0, "width": 10, "height": 10, "rotation": 0, "rectanglelabels": ["{{{label}}}"] } }
                """;
        var truth = $"[{Of(1, 9, (0, "a"), (50, "a"))},{Of(2, 9, (0, "a"))},{Of(3, 9, (0, "a"))}]";
        var work = $"[{Of(1, 4, (0, "a"))},{Of(2, 5, (0, "a"), (50, "b"))},{Of(3, 5, (0, "b"))}]";

        var parts = Parts(
                "annotator",
                DatasetComparison.Run(
                    new(Read(("gt.json", truth)), Read(("work.json", work)), ComparisonProfiles.Strict)
                )
            )
            .ToList();

        Assert.Equal(2, parts.Count);
        Assert.Equal(new Counts(1, 1, 0, 2), parts[0].Scores!.Counts);
        Assert.Equal(new Counts(1, 0, 1, 3), parts[1].Scores!.Counts);
        Assert.Equal([.5, 1 / 3.0], parts.Select(part => part.Scores!.Accuracy));
    }

    [Fact]
    public void Attributes_have_the_accuracy_of_their_values()
    {
        static Scene With(params string[] colours) =>
            colours.Aggregate(
                new Scene(),
                (scene, colour) =>
                    scene.Box(
                        "a",
                        100 * colour.Length,
                        0,
                        50,
                        50,
                        content: $"<attribute name=\"v\">{colour}</attribute>"
                    )
            );

        var part = Assert.Single(Parts("attribute", Compare.Strict(With("a", "bb", "ccc"), With("a", "bb", "ddd"))));

        Assert.Equal(("a.v", 2 / 3.0), (part.Name, part.Attribute!.Accuracy));
    }

    static ImmutableArray<SliceScore> Parts(string kind, ComparisonResult result) => SliceKind.Find(kind)!.Of(result);

    static ComparisonResult Compared(ComparisonProfile profile, (string Path, string Text)[] work) =>
        DatasetComparison.Run(new(Read(("gt.json", Truth)), Read(work), profile));

    static Annotations.Model.Dataset Read(params (string Path, string Text)[] files) =>
        DatasetReader.Read([.. files.Select(file => new ReadInput(file.Path, Encoding.UTF8.GetBytes(file.Text)))]);

    /// <summary>COCO: for each image its number and boxes of 10 x 10, as <c>class x y</c>.</summary>
    static string Images(params (int Number, string Boxes)[] images)
    {
        var boxes = images.SelectMany(image =>
            image.Boxes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(3).Select(box => (image.Number, box))
        );
        return $$"""
            {"images": [{{string.Join(
                ",",
                images.Select(image =>
                    $$"""{"id": {{image.Number}}, "file_name": "{{image.Number}}.png", "width": 500, "height": 100}"""
                )
            )}}],
             "categories": [{"id": 1, "name": "a"}, {"id": 2, "name": "b"}],
             "annotations": [{{string.Join(
                ",",
                boxes.Select(
                    (box, i) =>
                        $$"""{"id": {{i + 1}}, "image_id": {{box.Number}}, "category_id": {{box.box[0][0] - 'a' + 1}}, "bbox": [{{box.box[1]}}, {{box.box[2]}}, 10, 10], "area": 100, "iscrowd": 0, "segmentation": []}"""
                )
            )}}]}
            """;
    }
}
