using System.Globalization;
using System.Text;
using CsCheck;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.Quality.Evaluation;
using LabelSpec.Semantics.Symbols;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Evaluation;

/// <summary>
/// Parts of the images, matched one by one and joined, give exactly the report of the whole: AP and AR, scores of classes,
/// operating points, curves, slices, LVIS, TIDE, the comparison of two models, and how often rules are broken.
/// </summary>
public class EvaluationShardTests
{
    const int Images = 4;
    static readonly string[] Times = ["day", "dusk", "night"];

    // Of single objects, of images, and of what is counted over the whole data.
    static readonly Guideline Guideline = Guidelines.Of(
        """
        class a { shape box }
        class b { shape box }
        class c { shape box }
        rule small { for x: a require x.width < 100px }
        rule apart { for x: any, y: any require iou(x, y) < 0.5 }
        rule few { for image require count(x: any) < 3 }
        rule usual { for x: any require x.width < 1.2 * avg(y.width for y: any in dataset) }
        rule wide { for x: b require count(y: any in dataset where y.width > x.width) > 2 }
        rule all { for dataset require count(x: a) > 2 }
        """
    );

    static readonly Gen<Drawn[]> Objects = Gen.Select(
        Gen.Int[0, Images - 1],
        Gen.Int[0, 2],
        Gen.Int[0, 6],
        Gen.Int[0, 6],
        Gen.Int[1, 4],
        Gen.Int[0, 2],
        (image, category, x, y, size, time) => new Drawn(image, category, 20 * x, 20 * y, 30 * size, time)
    ).Array[0, 12];

    [Fact]
    public void Evaluation() =>
        Gen.Select(Objects, Objects, Objects, Gen.Int[0, 2].Array[Images])
            .Holds(
                (truth, model, other, parts) =>
                {
                    var whole = Collect(truth, model, other, [.. Enumerable.Range(0, Images)]);
                    var joined = Enumerable
                        .Range(0, Images)
                        .GroupBy(image => parts[image])
                        .Reverse()
                        .Select(shard => Collect(truth, model, other, [.. shard]))
                        .Aggregate((a, b) => a.Merge(b));

                    // Bit for bit; findings speak of parts, and rows of detections are those of each part.
                    Assert.Equivalent(
                        Numbers(Evaluator.Report(whole)),
                        Numbers(Evaluator.Report(joined)),
                        strict: true
                    );
                },
                iter: 40
            );

    [Fact]
    public void Parts_with_a_common_image_or_without_the_other_model_are_not_joined()
    {
        var one = Collect([], [], [], [0]);

        Assert.Throws<ArgumentException>(() => one.Merge(Collect([], [], [], [0, 1])));
        Assert.Throws<ArgumentException>(() => one.Merge(Collect([], [], null, [1])));
    }

    static object Numbers(EvaluationReport report) =>
        new
        {
            report.Images,
            report.Truths,
            report.Predictions,
            report.Coco,
            report.Lvis,
            report.Classes,
            report.Operating,
            report.BestOfClasses,
            report.Curves,
            report.Slices,
            report.Tide!.Ap,
            report.Tide.Errors,
            report.Tide.FalsePositiveGain,
            report.Tide.FalseNegativeGain,
            report.Comparison,
            report.Rules,
        };

    static EvaluationEvidence Collect(Drawn[] truth, Drawn[] model, Drawn[]? other, int[] images)
    {
        var right = Read("truth.json", TruthOf(truth, images));
        return Evaluator.Collect(
            right,
            Read("model.json", PredictionsOf(model, images)),
            new(CocoTask.Boxes)
            {
                Curves = true,
                Lvis = true,
                Tide = true,
                Slices =
                [
                    new AttributeSlices("time"),
                    new RuleSlice(Guideline, "wide", "wide"),
                    new RuleSlice(Guideline, "usual", "usual"),
                ],
                Guideline = Guideline,
                Samples = 20,
            },
            other is null ? null : Read("other.json", PredictionsOf(other, images))
        );
    }

    static Dataset Read(string name, string text) =>
        DatasetReader.Read([new ReadInput(name, Encoding.UTF8.GetBytes(text))]);

    // Images say, as those of LVIS, what was looked for in them.
    static string TruthOf(Drawn[] drawn, int[] images) =>
        $$"""
            {"images": [{{string.Join(
                ",",
                images.Select(image =>
                    $$"""
                    {"id": {{image + 1}}, "file_name": "{{image}}.png", "width": 300, "height": 300,
                     "neg_category_ids": [1, 2], "not_exhaustive_category_ids": [{{image % 3 + 1}}]}
                    """
                )
            )}}],
             "categories": [{"id": 1, "name": "a", "frequency": "r"}, {"id": 2, "name": "b", "frequency": "c"},
                            {"id": 3, "name": "c", "frequency": "f"}],
             "annotations": [{{string.Join(
                ",",
                drawn
                    .Index()
                    .Where(one => images.Contains(one.Item.Image))
                    .Select(one =>
                        $$"""
                        {"id": {{one.Index + 1}}, "iscrowd": {{(one.Item.Size == 120 ? 1 : 0)}}, "area": {{one.Item.Size
                            * one.Item.Size}}, {{Shape(one.Item)}}, "attributes": {"time": "{{Times[one.Item.Time]}}"} }
                        """
                    )
            )}}]}
            """;

    static string PredictionsOf(Drawn[] drawn, int[] images) =>
        $"[{string.Join(
            ",",
            drawn
                .Where(one => images.Contains(one.Image))
                .Select(one =>
                    string.Create(CultureInfo.InvariantCulture, $$"""{"score": {{one.X / 120.0}}, {{Shape(one)}}}""")
                )
        )}]";

    static string Shape(Drawn one) =>
        $"\"image_id\": {one.Image + 1}, \"category_id\": {one.Class + 1}, \"bbox\": [{one.X}, {one.Y}, {one.Size}, {one.Size}]";

    sealed record Drawn(int Image, int Class, int X, int Y, int Size, int Time);
}
