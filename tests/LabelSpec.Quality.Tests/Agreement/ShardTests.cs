using System.Globalization;
using System.Text;
using CsCheck;
using LabelSpec.Annotations.Formats.Coco;
using LabelSpec.Annotations.Reading;
using LabelSpec.Quality.Agreement;
using LabelSpec.Quality.Agreement.Evidence;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.Consensus;
using LabelSpec.Semantics.Symbols;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Agreement;

/// <summary>Parts of the images, looked at one by one and joined, give exactly the numbers of the whole.</summary>
public class ShardTests
{
    const int Images = 4;

    static readonly AgreementSettings Settings = new() { Samples = 20 };

    static readonly Gen<Drawn[]> Objects = Gen.Select(
        Gen.Int[0, Images - 1],
        Gen.Int[0, 2],
        Gen.Double[0, 150],
        Gen.Double[0, 150],
        Gen.Double[20, 60],
        Gen.Int[0, 3],
        (image, category, x, y, size, colour) => new Drawn(image, category, x, y, size, colour)
    ).Array[0, 12];

    // Three people draw the same objects, each a little off, with other classes and gaps.
    static readonly Gen<Drawn[][]> Work = Objects.SelectMany(objects =>
        Gen.Select(Gen.Double[-8, 8], Gen.Double[-8, 8], Gen.Int[0, 9], Gen.Int[0, 3])
            .Array[objects.Length]
            .Select(moves =>
                objects
                    .Zip(moves)
                    .Where(pair => pair.Second.Item3 > 0)
                    .Select(pair =>
                        pair.First with
                        {
                            X = pair.First.X + pair.Second.Item1,
                            Y = pair.First.Y + pair.Second.Item2,
                            Class = pair.Second.Item3 == 1 ? (pair.First.Class + 1) % 3 : pair.First.Class,
                            Colour = pair.Second.Item4 == 0 ? 0 : pair.First.Colour,
                        }
                    )
                    .ToArray()
            )
            .Array[3]
    );

    // Of one image, of what is counted over all of them, of what is counted by that, and of what searches all for each object.
    static readonly Guideline Guideline = Guidelines.Of(
        """
        class a { shape box }
        class b { shape box }
        class c { shape box }
        rule small { for x: a require x.width < 45px }
        rule few { for image require count(x: any) < 3 }
        rule usual { for x: any require x.width < 1.2 * avg(y.width for y: any in dataset) }
        rule rare {
          for x: b
          require count(y: any in dataset where y.width > avg(z.width for z: any in dataset)) < 4 or x.width < 40px
        }
        rule wide { for x: a require count(y: any in dataset where y.width > x.width) > 2 }
        rule all { for dataset require count(x: a) > 2 }
        """
    );

    // For each image the part that it is in.
    static readonly Gen<int[]> Parts = Gen.Int[0, 2].Array[Images];

    [Fact]
    public void Agreement() =>
        Gen.Select(Work, Parts)
            .Holds(
                (work, parts) =>
                {
                    var whole = Collect(work, [.. Enumerable.Range(0, Images)]);
                    var joined = Shards(parts).Select(shard => Collect(work, shard)).Aggregate((a, b) => a.Merge(b));

                    // Bit for bit.
                    Assert.Equivalent(
                        AgreementAnalysis.Report(whole, Settings),
                        AgreementAnalysis.Report(joined, Settings),
                        strict: true
                    );
                },
                iter: 40
            );

    [Fact]
    public void Rules_that_people_disagree_on() =>
        Gen.Select(Work, Parts)
            .Holds(
                (work, parts) =>
                {
                    var settings = Settings with { Guideline = Guideline };
                    var whole = Judged([.. Enumerable.Range(0, Images)]);
                    var joined = Shards(parts).Select(Judged).Aggregate((a, b) => a.Merge(b));

                    Assert.Equal(Rules(whole), Rules(joined));

                    AgreementEvidence Judged(int[] images) =>
                        AgreementAnalysis.Collect(Annotators(work, images), settings);

                    IEnumerable<string> Rules(AgreementEvidence evidence) =>
                        AgreementAnalysis
                            .Report(evidence, settings)
                            .ByRule.Select(rule => $"{rule.Name} {string.Join(',', rule.ImagesOf)} {rule.Disputed}");
                },
                iter: 60
            );

    // Files of parts declare the classes that occur in them, and those of the last image first.
    [Fact]
    public void Consensus_of_every_method_and_geometry() =>
        Gen.Select(Work, Parts, Gen.Int[0, 1])
            .Holds(
                (work, parts, geometry) =>
                {
                    foreach (var method in Enum.GetValues<ConsensusMethod>())
                    {
                        var settings = method switch
                        {
                            ConsensusMethod.Cvat => geometry == 0 ? ConsensusSettings.Cvat : ConsensusSettings.Cvat274,
                            _ => new() { Method = method, AveragesShapes = geometry == 1 },
                        };
                        var whole = Evidence(work, [.. Enumerable.Range(0, Images)], settings);
                        var joined = Shards(parts)
                            .Select(shard => Evidence(work, shard, settings))
                            .Aggregate((a, b) => a.Merge(b));

                        Assert.Equal(Text(ConsensusAnalysis.Decide(whole)), Text(ConsensusAnalysis.Decide(joined)));
                    }
                },
                iter: 30
            );

    [Fact]
    public void Evidence_by_other_settings_or_of_the_same_image_is_not_joined()
    {
        Drawn[][] nothing =
        [
            [],
            [],
        ];
        var one = Evidence(nothing, [0], new());

        Assert.Throws<ArgumentException>(() => one.Merge(Evidence(nothing, [1], new() { Overlap = .6 })));
        Assert.Throws<ArgumentException>(() => one.Merge(Evidence(nothing, [0, 1], new())));
        Assert.Throws<ArgumentException>(() =>
            one.Merge(
                Evidence(
                    [
                        [],
                        [],
                        [],
                    ],
                    [1],
                    new()
                )
            )
        );
        Assert.Equal(
            2,
            ConsensusAnalysis.Decide(one.Merge(Evidence(nothing, [1], new() { Threads = 1 }))).Images.Length
        );
    }

    [Fact]
    public void Evidence_of_other_annotators_is_not_joined()
    {
        var two = Collect(
            [
                [],
                [],
            ],
            [0]
        );

        Assert.Throws<ArgumentException>(() =>
            Collect(
                    [
                        [],
                        [],
                        [],
                    ],
                    [0]
                )
                .Merge(two)
        );
    }

    static AgreementEvidence Collect(Drawn[][] work, int[] images) =>
        AgreementAnalysis.Collect(Annotators(work, images), Settings);

    // The parts in an order of their own.
    static IEnumerable<int[]> Shards(int[] parts) =>
        Enumerable.Range(0, Images).GroupBy(image => parts[image]).Select(shard => shard.ToArray()).Reverse();

    static ConsensusEvidence Evidence(Drawn[][] work, int[] images, ConsensusSettings settings) =>
        ConsensusAnalysis.Collect(Annotators(work, images, declaresUsed: true), settings);

    // All that is decided, to the last bit: the file that is written, what is open, and skills.
    static string Text(ConsensusResult result)
    {
        var file = new MemoryStream();
        CocoWriter.Write(ConsensusCoco.Of(result), file);
        return string.Join(
            '\n',
            [
                Encoding.UTF8.GetString(file.ToArray()),
                .. result.Objects.Select(one =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{result.Images[one.Image].Name} {result.Classes[one.Class]} {one.Score:R} {one.LabelScore:R}"
                    )
                ),
                .. result.Review.Select(item =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{result.Images[item.Image].Name} {item.Kind} {item.Attribute} {string.Join(
                            ' ',
                            item.Candidates.Select(each => $"{each.Answer} {string.Join(',', each.Annotators)} {each.Score:R}")
                        )}"
                    )
                ),
                .. result.Skills.Select(skill => skill.ToString("R", CultureInfo.InvariantCulture)),
            ]
        );
    }

    // The second did not look at the first image.
    static IReadOnlyList<AnnotatorWork> Annotators(Drawn[][] work, int[] images, bool declaresUsed = false) =>
        AnnotatorWork.Of([
            .. work.Select(
                (drawn, who) =>
                    (
                        $"p{who}",
                        DatasetReader.Read([
                            File(
                                drawn,
                                [.. images.Where(image => who != 1 || image > 0)],
                                declaresUsed ? ClassesIn(drawn, images) : [0, 1, 2]
                            ),
                        ])
                    )
            ),
        ]);

    static int[] ClassesIn(Drawn[] drawn, int[] images) =>
        [
            .. drawn
                .Where(one => images.Contains(one.Image))
                .OrderByDescending(one => one.Image)
                .Select(one => one.Class)
                .Distinct(),
        ];

    static ReadInput File(Drawn[] drawn, int[] images, int[] classes) =>
        new(
            "work.json",
            Encoding.UTF8.GetBytes(
                $$$"""
                {"images": [{{{string.Join(",", images.Select(Image))}}}],
                 "categories": [{{{string.Join(",", classes.Select(Category))}}}],
                 "annotations": [{{{string.Join(
                    ",",
                    drawn.Index().Where(one => images.Contains(one.Item.Image)).Select(one => Annotation(one.Item, one.Index))
                )}}}]}
                """
            )
        );

    static string Image(int image) =>
        $$"""{"id": {{image + 1}}, "file_name": "{{image}}.png", "width": 300, "height": 300}""";

    static string Category(int category) => $$"""{"id": {{category + 1}}, "name": "{{(char)('a' + category)}}"}""";

    static string Annotation(Drawn one, int index) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$$"""
            {"id": {{{index + 1}}}, "image_id": {{{one.Image + 1}}}, "category_id": {{{one.Class + 1}}}, "iscrowd": 0,
             "bbox": [{{{one.X}}}, {{{one.Y}}}, {{{one.Size}}}, {{{one.Size}}}], "area": {{{one.Size * one.Size}}},
             "segmentation": [], "attributes": {"colour": "{{{one.Colour}}}"} }
            """
        );

    sealed record Drawn(int Image, int Class, double X, double Y, double Size, int Colour);
}
