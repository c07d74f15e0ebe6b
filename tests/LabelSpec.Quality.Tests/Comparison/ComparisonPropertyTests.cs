using CsCheck;
using LabelSpec.Quality.Comparison;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Comparison;

public class ComparisonPropertyTests
{
    static readonly Gen<Drawn> Boxes = Gen.Select(
        Gen.Int[0, 2],
        Gen.OneOf(Gen.Const("a"), Gen.Const("b"), Gen.Const("c")),
        Gen.Double[0, 300],
        Gen.Double[0, 300],
        Gen.Double[20, 120],
        Gen.Double[20, 120],
        (image, label, x, y, width, height) => new Drawn($"{image}.png", label, x, y, width, height)
    );

    // The work: what the ground truth says, a little off, with other labels, gaps and inventions.
    static readonly Gen<(Drawn[] Truth, Drawn[] Work)> Sides = Boxes
        .Array[0, 12]
        .SelectMany(truth =>
            Gen.Select(
                Gen.Select(Gen.Double[-12, 12], Gen.Double[-12, 12], Gen.Int[0, 9]).Array[truth.Length],
                Boxes.Array[0, 3],
                (moves, extra) =>
                    (
                        truth,
                        truth
                            .Zip(moves)
                            .Where(pair => pair.Second.Item3 > 0)
                            .Select(pair =>
                                pair.First with
                                {
                                    Label = pair.Second.Item3 == 1 ? "b" : pair.First.Label,
                                    X = pair.First.X + pair.Second.Item1,
                                    Y = pair.First.Y + pair.Second.Item2,
                                }
                            )
                            .Concat(extra)
                            .ToArray()
                    )
            )
        );

    [Fact]
    public void Scores_of_shards_are_those_of_the_whole() =>
        Gen.Select(Sides, Gen.Int[0, 2].Array[3])
            .Holds(
                (sides, parts) =>
                {
                    foreach (var profile in ComparisonProfiles.All)
                    {
                        var whole = Compare.With(profile, SceneOf(sides.Truth), SceneOf(sides.Work));
                        var merged = Enumerable
                            .Range(0, parts.Length)
                            .GroupBy(image => parts[image])
                            .Reverse()
                            .Select(shard => shard.Select(image => $"{image}.png").ToArray())
                            .Select(shard => Compare.With(profile, Part(sides.Truth, shard), Part(sides.Work, shard)))
                            .Aggregate((joined, next) => joined.Merge(next));
                        Assert.Equal(Numbers(whole), Numbers(merged));
                        Assert.Equal(
                            Bootstrap.Of(whole, new() { Resamples = 20 }).ToArray(),
                            Bootstrap.Of(merged, new() { Resamples = 20 }).ToArray()
                        );
                    }
                },
                iter: 60
            );

    // Parts whose labels and attributes differ, joined in another order, with jobs of their own.
    [Fact]
    public void Requirements_of_shards_are_those_of_the_whole() =>
        Gen.Select(Sides, Gen.Int[0, 2].Array[3])
            .Holds(
                (sides, parts) =>
                {
                    var whole = Judged(SceneOf(sides.Truth), SceneOf(sides.Work));
                    var merged = Enumerable
                        .Range(0, parts.Length)
                        .GroupBy(image => parts[image])
                        .Reverse()
                        .Select(shard => shard.Select(image => $"{image}.png").ToArray())
                        .Select(shard => Judged(Part(sides.Truth, shard), Part(sides.Work, shard)))
                        .Aggregate((joined, next) => joined.Merge(next));

                    Assert.Equal(whole.AreRequirementsCompleted, merged.AreRequirementsCompleted);
                    foreach (var (expected, found) in whole.Requirements.Zip(merged.Requirements))
                    {
                        Assert.Equal(
                            (expected.Requirement.Name, expected.Score, expected.IsCompleted),
                            (found.Requirement.Name, found.Score, found.IsCompleted)
                        );
                        Assert.Equal(
                            (expected.Selection.Reason, expected.Selection.Truth.Candidates),
                            (found.Selection.Reason, found.Selection.Truth.Candidates)
                        );
                        Assert.Equal(Numbers(expected.Result), Numbers(found.Result));
                    }
                },
                iter: 60
            );

    static ComparisonResult Judged(Scene truth, Scene work)
    {
        var file = RequirementFile.Load(
            """
            [
              {"name": "boxes", "annotation_type": "rectangle", "metric": "label_recall"},
              {"name": "a", "parent_requirement": "boxes", "filter": {"==": [{"var": "shape.label"}, "a"]}, "metric": "mean_dice"},
              {"name": "large", "parent_requirement": "boxes", "filter": {">": [{"var": "shape.area"}, 5000]}, "metric": "accuracy"},
              {"name": "huge", "parent_requirement": "large", "filter": {">": [{"var": "shape.area"}, 14000]}},
              {"name": "tags", "annotation_type": "tag"}
            ]
            """u8.ToArray()
        );
        return DatasetComparison.Run(
            new(truth.Read("gt.xml"), work.Read("work.xml"), ComparisonProfiles.Cvat274)
            {
                Requirements = file.Requirements,
                Threads = 2,
            }
        );
    }

    [Fact]
    public void Everything_is_right_compared_with_itself() =>
        Boxes
            .Array[1, 10]
            .Holds(
                boxes =>
                {
                    foreach (var profile in ComparisonProfiles.All)
                    {
                        var summary = ComparisonSummary.Of(Compare.With(profile, SceneOf(boxes), SceneOf(boxes)));
                        Assert.Equal(boxes.Length, summary.Scores.Counts.Valid);
                        Assert.Equal(
                            (1, 1, 1),
                            (summary.Scores.Accuracy, summary.Scores.Precision, summary.Scores.Recall)
                        );
                        Assert.Equal((1, 1), (summary.Scores.F1, summary.Scores.Jaccard));
                        Assert.All(summary.Labels, label => Assert.Equal(1, label.PanopticQuality, 1e-12));
                    }
                },
                iter: 60
            );

    [Fact]
    public void The_order_of_annotations_does_not_matter() =>
        Gen.Select(Sides, Gen.Int[0, 1000])
            .Holds(
                (sides, seed) =>
                {
                    var random = new Random(seed);
                    var (truth, work) = (sides.Truth.ToArray(), sides.Work.ToArray());
                    random.Shuffle(truth);
                    random.Shuffle(work);
                    Assert.Equal(
                        Numbers(Compare.Strict(SceneOf(sides.Truth), SceneOf(sides.Work))),
                        Numbers(Compare.Strict(SceneOf(truth), SceneOf(work)))
                    );
                },
                iter: 60
            );

    [Fact]
    public void Exchanged_sides_exchange_precision_and_recall() =>
        Sides.Holds(
            sides =>
            {
                var forth = ComparisonSummary.Of(Compare.Strict(SceneOf(sides.Truth), SceneOf(sides.Work))).Scores;
                var back = ComparisonSummary.Of(Compare.Strict(SceneOf(sides.Work), SceneOf(sides.Truth))).Scores;
                Assert.Equal((forth.Precision, forth.Recall), (back.Recall, back.Precision));
                Assert.Equal((forth.Accuracy, forth.F1), (back.Accuracy, back.F1));
            },
            iter: 60
        );

    [Fact]
    public void Pairs_of_crowded_images_are_those_of_a_look_at_all_pairs() =>
        Gen.Select(
                Gen.Select(Gen.Int[0, 1], Gen.Double[0, 400], Gen.Double[0, 400]).Array[30],
                Gen.Select(Gen.Double[-8, 8], Gen.Double[-8, 8]).Array[30]
            )
            .Holds(
                (places, moves) =>
                {
                    var truth = places
                        .Select(place => new Drawn(
                            "0.png",
                            place.Item1 == 0 ? "a" : "b",
                            place.Item2,
                            place.Item3,
                            40,
                            40
                        ))
                        .ToArray();
                    var work = truth
                        .Zip(moves, (box, move) => box with { X = box.X + move.Item1, Y = box.Y + move.Item2 })
                        .ToArray();
                    var crowded = Compare
                        .Strict(SceneOf(truth, "0.png"), SceneOf(work, "0.png"))
                        .Images.Single()
                        .Outcomes;
                    var best = crowded.Where(outcome => outcome.IsValid).Sum(outcome => outcome.Similarity);
                    Assert.Equal(BestSum(truth, work), best, 1e-9);
                },
                iter: 20
            );

    // The first stage by the dense assignment of all equally labeled pairs.
    static double BestSum(Drawn[] truth, Drawn[] work)
    {
        var values = new double[truth.Length * work.Length];
        for (var i = 0; i < truth.Length; i++)
        for (var j = 0; j < work.Length; j++)
        {
            var iou = new Geometry.Box(truth[i].X, truth[i].Y, 40, 40).IoU(new(work[j].X, work[j].Y, 40, 40));
            values[i * work.Length + j] = truth[i].Label == work[j].Label && iou >= 0.5 ? iou : 0;
        }

        var assigned = LabelSpec.Quality.Matching.OptimalAssignment.Maximise(values, truth.Length, work.Length);
        return assigned.Select((column, row) => column < 0 ? 0 : values[row * work.Length + column]).Sum();
    }

    static string Numbers(ComparisonResult result)
    {
        var summary = ComparisonSummary.Of(result);
        var labels = summary.Labels.OrderBy(label => label.Label, StringComparer.Ordinal);
        return string.Join(
            '\n',
            [
                summary.Scores.ToString(),
                summary.MeanIou.ToString("R"),
                summary.Macro.ToString(),
                .. labels.Select(label => $"{label.Label} {label.Scores} {label.MeanIou:R} {label.PanopticQuality:R}"),
                .. result.Types().Select(type => type.ToString()),
                .. SliceKind.All.SelectMany(kind => kind.Of(result)).Select(slice => slice.ToString()),
            ]
        );
    }

    static Scene Part(Drawn[] boxes, string[] images) =>
        SceneOf([.. boxes.Where(box => images.Contains(box.Image))], images);

    static Scene SceneOf(Drawn[] boxes, params string[] images)
    {
        var scene = new Scene(500, 500);
        foreach (var image in images.Length > 0 ? images : ["0.png", "1.png", "2.png"])
            scene.Image(image);
        foreach (var box in boxes)
            scene.Box(box.Label, box.X, box.Y, box.Width, box.Height, box.Image);
        return scene;
    }

    sealed record Drawn(string Image, string Label, double X, double Y, double Width, double Height);
}
