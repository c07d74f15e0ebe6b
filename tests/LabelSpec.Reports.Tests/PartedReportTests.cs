using System.Globalization;
using System.Text;
using CsCheck;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Formats.Coco;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Grammar;
using LabelSpec.Quality.Agreement;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.Quality.Comparison;
using LabelSpec.Quality.Consensus;
using LabelSpec.Quality.Evaluation;
using LabelSpec.Quality.Suspects;
using LabelSpec.Reports.Comparisons;
using LabelSpec.Reports.Scores;
using LabelSpec.Semantics;
using LabelSpec.Semantics.Symbols;
using LabelSpec.TestSupport;

namespace LabelSpec.Reports.Tests;

/// <summary>
/// Reports of parts of the files, looked at apart and joined, are the reports of all files, byte for byte: numbers, findings with
/// their places, and what rules say that search the whole data for each object.
/// </summary>
public class PartedReportTests
{
    const int Images = 5;
    const char Undeclared = 'd';

    static readonly ReportContext Context = new() { ToolVersion = "1.0.0" };

    static readonly Guideline Guideline = Compilation
        .Create(
            "drawing.labelspec",
            SyntaxTree.Parse(
                """
                class a { shape box }
                class b { shape box }
                rule small { for x: a require x.width < 60px }
                rule usual: warning { for x: any require x.width < 1.2 * avg(y.width for y: any in dataset) }
                rule wide: info { for x: any require count(y: any in dataset where y.width > x.width) > 2 }
                rule all { for dataset require count(x: a) > 2 }
                """
            )
        )
        .Guideline;

    // Some images lack a side, have another size there, or lie in a folder, so that their names are unique in some parts only;
    // class c is in no guideline, files do not declare class d, some shapes are polygons, and some say nothing of their score.
    static readonly Gen<Drawn[]> Side = Gen.Select(
            Gen.Frequency(
                (12, Gen.Const("there")),
                (1, Gen.Const("")),
                (1, Gen.Const("left")),
                (1, Gen.Const("right"))
            ),
            Gen.Frequency((8, Gen.Const(300)), (1, Gen.Const(200))),
            Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[2, 4], Gen.Int[-1, 10]).Array[0, 4]
        )
        .Array[Images]
        .SelectMany(images =>
            // Files declare all classes, as exports do, or those that they show: then no part knows the list of the whole.
            Gen.Bool.Select(declaresAll =>
                images
                    .Select(image => new Drawn(
                        image.Item1,
                        image.Item2,
                        declaresAll,
                        [
                            .. image.Item3.Select(box => new Shape(
                                "abcd"[box.Item1],
                                30 * box.Item2,
                                30 * box.Item3,
                                20 * box.Item4,
                                box.Item5 / 10.0
                            )),
                        ]
                    ))
                    .ToArray()
            )
        );

    static readonly Gen<int[]> Parts = Gen.Int[0, 2].Array[Images];

    [Fact]
    public void Agreement() =>
        Gen.Select(Side, Side, Side, Parts)
            .Holds(
                (first, second, third, parts) =>
                {
                    var settings = new AgreementSettings { Samples = 10, Guideline = Guideline };
                    Check(
                        parts,
                        images =>
                            AgreementAnalysis.Collect(
                                AnnotatorWork.Of([
                                    ("anna", Read("anna", first, images)),
                                    ("ben", Read("ben", second, images)),
                                    ("cleo", Read("cleo", third, images)),
                                ]),
                                settings
                            ),
                        (one, other) => one.Merge(other),
                        evidence =>
                        {
                            var report = AgreementAnalysis.Report(evidence, settings);
                            return Text(output => AgreementJson.Write(report, Context, output))
                                + Text(output =>
                                    AgreementText.Write(
                                        report,
                                        new HashSet<string> { "annotator", "class", "image", "attribute" },
                                        Context,
                                        output
                                    )
                                );
                        }
                    );
                },
                iter: 30
            );

    [Fact]
    public void Consensus() =>
        Gen.Select(Side, Side, Gen.Select(Gen.Enum<ConsensusMethod>(), Gen.Bool), Parts)
            .Holds(
                (first, second, how, parts) =>
                    Check(
                        parts,
                        images =>
                            ConsensusAnalysis.Collect(
                                AnnotatorWork.Of([
                                    ("anna", Read("anna", first, images)),
                                    ("ben", Read("ben", second, images)),
                                    ("cleo", Read("cleo", first, images)),
                                ]),
                                how.Item1 == ConsensusMethod.Cvat
                                    ? ConsensusSettings.Cvat274
                                    : new()
                                    {
                                        Method = how.Item1,
                                        AveragesShapes = how.Item2,
                                        Guideline = Guideline,
                                    }
                            ),
                        (one, other) => one.Merge(other),
                        evidence =>
                        {
                            var result = ConsensusAnalysis.Decide(evidence);
                            return Text(output => ConsensusJson.Write(result, Context, output))
                                + Text(output => ConsensusText.Write(result, Context, output))
                                + Text(output => CocoWriter.Write(ConsensusCoco.Of(result), output));
                        }
                    ),
                iter: 30
            );

    [Fact]
    public void Comparison() =>
        Gen.Select(
                Side,
                Side,
                Gen.Select(
                    Gen.Int[0, ComparisonProfiles.All.Length - 1].Select(i => ComparisonProfiles.All[i]),
                    Gen.Bool
                ),
                Parts
            )
            .Holds(
                (truth, work, how, parts) =>
                    Check(
                        parts,
                        images =>
                            DatasetComparison.Run(
                                new(
                                    how.Item2 ? ReadVoc("gt", truth, images) : Read("gt", truth, images),
                                    Read("work", work, images),
                                    how.Item1
                                )
                                {
                                    Guideline = Guideline,
                                }
                            ),
                        (one, other) => one.Merge(other),
                        result =>
                        {
                            var report = new ComparisonReport(result)
                            {
                                ToolVersion = "1.0.0",
                                By = [.. SliceKind.All],
                                Intervals = Bootstrap.Of(result, new() { Resamples = 10 }),
                            };
                            return Text(output => new ComparisonJson().Write(report, output))
                                + Text(output => new ComparisonText().Write(report, output));
                        }
                    ),
                iter: 30
            );

    [Fact]
    public void Evaluation() =>
        Gen.Select(Side, Side, Gen.Select(Side, Gen.Bool), Parts)
            .Holds(
                (truth, model, how, parts) =>
                    Check(
                        parts,
                        images =>
                            Evaluator.Collect(
                                how.Item2 ? ReadVoc("gt", truth, images) : Read("gt", truth, images),
                                Read("model", model, images),
                                new(CocoTask.Boxes)
                                {
                                    Tide = true,
                                    Curves = true,
                                    Samples = 10,
                                    Guideline = Guideline,
                                    Slices =
                                    [
                                        new AttributeSlices("light"),
                                        .. Guideline.Rules.Select(rule => new RuleSlice(
                                            Guideline,
                                            rule.Name,
                                            rule.Name
                                        )),
                                    ],
                                },
                                Read("other", how.Item1, images)
                            ),
                        (one, other) => one.Merge(other),
                        evidence =>
                        {
                            var report = Evaluator.Report(evidence);
                            return Text(output => EvaluationJson.Write(report, Context, output))
                                + Text(output => EvaluationText.Write(report, Context, output));
                        }
                    ),
                iter: 30
            );

    [Fact]
    public void Suspects() =>
        Gen.Select(Side, Side, Gen.Bool, Parts)
            .Holds(
                (truth, model, named, parts) =>
                    Check(
                        parts,
                        images =>
                            SuspectSearch.Collect(
                                named ? ReadVoc("gt", truth, images) : Read("gt", truth, images),
                                Read("model", model, images),
                                new() { Least = 0, Guideline = Guideline }
                            ),
                        (one, other) => one.Merge(other),
                        evidence =>
                        {
                            var report = SuspectSearch.Weigh(evidence);
                            return Text(output => SuspectsJson.Write(report, Context, output))
                                + Text(output => SuspectsText.Write(report, 0, Context, output));
                        }
                    ),
                iter: 30
            );

    static void Check<T>(int[] parts, Func<int[], T> collect, Func<T, T, T> merge, Func<T, string> report)
    {
        var whole = report(collect([.. Enumerable.Range(0, Images)]));
        var joined = report(
            Enumerable
                .Range(0, Images)
                .GroupBy(image => parts[image])
                .Reverse()
                .Select(part => collect([.. part]))
                .Aggregate(merge)
        );
        Assert.Equal(whole, joined);
    }

    static string Text(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    // A file for each image, one of which is the whole of a part that has nothing else.
    static Dataset Read(string folder, Drawn[] drawn, int[] images) =>
        Read("coco", images.Select(image => ($"{folder}/{image}.json", CocoOf(drawn[image], image))));

    // Pascal VOC knows neither ids of images nor a list of classes.
    static Dataset ReadVoc(string folder, Drawn[] drawn, int[] images) =>
        Read("voc", images.Select(image => ($"{folder}/{image}.xml", VocOf(drawn[image], image))));

    static Dataset Read(string format, IEnumerable<(string Path, string Text)> files) =>
        DatasetReader.Read(
            files.Select(file => new ReadInput(file.Path, Encoding.UTF8.GetBytes(file.Text))),
            new ReadOptions { Format = AnnotationFormats.Find(format) }
        );

    // Images are named against the order of their files, and hold the classes that they show.
    static string CocoOf(Drawn drawn, int image) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {"images": [{{(
                drawn.Where.Length > 0
                    ? $"{{\"id\": {image + 1}, \"file_name\": \"{NameOf(drawn, image)}\", \"width\": {drawn.Size}, \"height\": 300}}"
                    : ""
            )}}],
             "categories": [{{string.Join(
                ", ",
                (drawn.DeclaresAll ? "cab" : drawn.Shapes.Select(shape => shape.Class)).Where(name => name != Undeclared).Distinct().Select(name => $$"""{"id": {{(int)name}}, "name": "{{name}}"}""")
            )}}],
             "annotations": [{{string.Join(
                ", ",
                drawn.Shapes.Select((shape, i) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $$"""
                        {"id": {{10 * image + i + 1}}, "image_id": {{image + 1}}, "category_id": {{(int)shape.Class}},
                         "iscrowd": 0, "area": {{shape.Width * 60}}, "bbox": [{{shape.X}}, {{shape.Y}}, {{shape.Width}}, 60],
                         {{(shape.Score < 0 ? "" : $"\"score\": {shape.Score},")}}
                         "segmentation": [{{(shape.Score > .7 ? OutlineOf(shape) : "")}}],
                         "attributes": {"light": "{{"rgb"[i % 3]}}"} }
                        """
                    )
                )
            )}}]}
            """
        );

    static string OutlineOf(Shape shape) =>
        $"[{shape.X}, {shape.Y}, {shape.X + shape.Width}, {shape.Y}, {shape.X + shape.Width}, {shape.Y + 60}, {shape.X}, {shape.Y + 60}]";

    static string VocOf(Drawn drawn, int image) =>
        $"""
            <annotation><filename>{NameOf(drawn, image)}</filename>
            <size><width>{drawn.Size}</width><height>300</height><depth>3</depth></size>
            {string.Join(
                '\n',
                drawn.Shapes.Select(shape =>
                    $"<object><name>{shape.Class}</name><bndbox><xmin>{shape.X}</xmin><ymin>{shape.Y}</ymin>"
                    + $"<xmax>{shape.X + shape.Width}</xmax><ymax>{shape.Y + 60}</ymax></bndbox></object>"
                )
            )}</annotation>
            """;

    static string NameOf(Drawn drawn, int image) =>
        drawn.Where == "there" ? $"{Images - image}.png" : $"{drawn.Where}/{(Images - image) / 2}.png";

    sealed record Drawn(string Where, int Size, bool DeclaresAll, Shape[] Shapes);

    sealed record Shape(char Class, int X, int Y, int Width, double Score);
}
