using System.Globalization;
using System.Text;
using CsCheck;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Quality.Suspects;
using LabelSpec.Semantics.Symbols;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Suspects;

/// <summary>Parts of the images, looked at one by one and joined, give exactly the suspects of the whole.</summary>
public class SuspectShardTests
{
    const int Images = 4;

    static readonly Gen<Drawn[]> Truth = Gen.Select(
        Gen.Int[0, Images - 1],
        Gen.Int[0, 2],
        Gen.Double[0, 150],
        Gen.Double[0, 150],
        // Beyond the edge of the image, which the built-in checks find.
        Gen.Double[20, 200],
        (image, category, x, y, size) => new Drawn(image, category, x, y, size, 1)
    ).Array[0, 10];

    // Of single objects, of what is counted over all, and of what searches all for each.
    static readonly Guideline Guideline = Guidelines.Of(
        """
        class a { shape box }
        class b { shape box }
        class c { shape box }
        rule small { for x: a require x.width < 100px }
        rule usual: warning { for x: any require x.width < 1.2 * avg(y.width for y: any in dataset) }
        rule wide: info { for x: b require count(y: any in dataset where y.width > x.width) > 2 }
        """
    );

    // Some objects seen where they are or near, some as another class, and some that nobody drew.
    static readonly Gen<(Drawn[] Truth, Drawn[] Predictions)> Work = Truth.SelectMany(truth =>
        Gen.Select(
            Gen.Select(Gen.Double[-8, 8], Gen.Int[0, 9], Gen.Int[0, 100]).Array[truth.Length],
            Truth,
            (moves, more) =>
                (
                    truth,
                    truth
                        .Zip(moves)
                        .Where(pair => pair.Second.Item2 > 0)
                        .Select(pair =>
                            pair.First with
                            {
                                X = pair.First.X + pair.Second.Item1,
                                Class = pair.Second.Item2 == 1 ? (pair.First.Class + 1) % 3 : pair.First.Class,
                                Score = pair.Second.Item3 / 100.0,
                            }
                        )
                        .Concat(more.Take(2))
                        .ToArray()
                )
        )
    );

    [Fact]
    public void Suspects() =>
        Gen.Select(Work, Gen.Int[0, 2].Array[Images])
            .Holds(
                (work, parts) =>
                {
                    var whole = Collect(work, [.. Enumerable.Range(0, Images)]);
                    var joined = Enumerable
                        .Range(0, Images)
                        .GroupBy(image => parts[image])
                        .Reverse()
                        .Select(shard => Collect(work, [.. shard]))
                        .Aggregate((a, b) => a.Merge(b));

                    Assert.Equal(Text(SuspectSearch.Weigh(whole)), Text(SuspectSearch.Weigh(joined)));
                },
                iter: 60
            );

    [Fact]
    public void Evidence_by_other_settings_or_of_the_same_image_is_not_joined()
    {
        var one = Collect(([], []), [0]);

        Assert.Throws<ArgumentException>(() => one.Merge(Collect(([], []), [0, 1])));
        Assert.Throws<ArgumentException>(() => one.Merge(Collect(([], []), [1], new() { Confidence = .5 })));
    }

    [Fact]
    public void Checks_are_not_asked_about_pieces_of_a_file()
    {
        SuspectEvidence Piece(int image, bool asks) =>
            SuspectSearch.Collect(
                Read([0], "truth", _ => TruthOf([], [image])),
                Read([image], "predictions", _ => "[]"),
                new() { AsksRules = asks }
            );

        var refused = Assert.Throws<ArgumentException>(() => Piece(1, asks: true).Merge(Piece(2, asks: true)));

        Assert.StartsWith("truth/0.json was cut into parts", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, SuspectSearch.Weigh(Piece(1, asks: false).Merge(Piece(2, asks: false))).Images.Length);
    }

    static SuspectEvidence Collect(
        (Drawn[] Truth, Drawn[] Predictions) work,
        int[] images,
        SuspectSettings? settings = null
    ) =>
        SuspectSearch.Collect(
            Read(images, "truth", image => TruthOf(work.Truth, [image])),
            Read(images, "predictions", image => PredictionsOf(work.Predictions, [image])),
            settings ?? new() { Least = 0, Guideline = Guideline }
        );

    static string Text(SuspectReport report) =>
        string.Join(
            '\n',
            report
                .Suspects.Select(one =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"""
                        {one.Kind} {one.Data.Truth.Images.Ids[one.Image].Value} {(
                            one.Annotation < 0 ? 0 : one.Data.Truth.Annotations.Ids[one.Annotation].Value
                        )} {(one.Prediction < 0 ? "" : one.Data.Predictions.Annotations.Boxes[one.Prediction])} {(
                            one.Other < 0 ? 0 : one.Data.Truth.Annotations.Ids[one.Other].Value
                        )} {one.Overlap:R} {one.Mistakenness:R} {one.ObjectLab:R} {one.Likelihood:R} {string.Join(',', one.Rules)}
                        """
                    )
                )
                .Concat(
                    report.Images.Select(image =>
                        string.Create(CultureInfo.InvariantCulture, $"{image.Name} {image.Quality:R}")
                    )
                )
                .Concat(
                    report.Findings.Select(finding =>
                        $"{finding.Location.File}:{finding.Location.Line}:{finding.Location.Column} {finding.Rule} {finding.Message}"
                    )
                )
        );

    // A file for each image: checks judge by file.
    static Dataset Read(int[] images, string folder, Func<int, string> text) =>
        DatasetReader.Read(
            images.Select(image => new ReadInput($"{folder}/{image}.json", Encoding.UTF8.GetBytes(text(image)))),
            new ReadOptions { Format = AnnotationFormats.Find("coco") }
        );

    static string TruthOf(Drawn[] drawn, int[] images) =>
        $$"""
            {"images": [{{string.Join(
                ",",
                images.Select(image =>
                    $$"""{"id": {{image + 1}}, "file_name": "{{Images - image}}.png", "width": 300, "height": 300}"""
                )
            )}}],
             "categories": [{"id": 1, "name": "a"}, {"id": 2, "name": "b"}, {"id": 3, "name": "c"}],
             "annotations": [{{string.Join(
                ",",
                drawn
                    .Index()
                    .Where(one => images.Contains(one.Item.Image))
                    .Select(one =>
                        $$"""{"id": {{one.Index + 1}}, "iscrowd": 0, "area": 400, {{Shape(one.Item)}}}"""
                    )
            )}}]}
            """;

    static string PredictionsOf(Drawn[] drawn, int[] images) =>
        $"[{string.Join(
            ",",
            drawn
                .Where(one => images.Contains(one.Image))
                .Select(one => string.Create(CultureInfo.InvariantCulture, $$"""{"score": {{one.Score}}, {{Shape(one)}}}"""))
        )}]";

    static string Shape(Drawn one) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"\"image_id\": {one.Image + 1}, \"category_id\": {one.Class + 1}, \"bbox\": [{one.X}, {one.Y}, {one.Size}, {one.Size}]"
        );

    sealed record Drawn(int Image, int Class, double X, double Y, double Size, double Score);
}
