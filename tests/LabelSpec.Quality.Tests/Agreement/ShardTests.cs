using System.Globalization;
using System.Text;
using CsCheck;
using LabelSpec.Annotations.Reading;
using LabelSpec.Quality.Agreement;
using LabelSpec.Quality.Agreement.Evidence;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.Consensus;
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

    [Fact]
    public void Agreement() =>
        Gen.Select(Work, Gen.Int[1, Images - 1])
            .Holds(
                (work, cut) =>
                {
                    var whole = Collect(work, [.. Enumerable.Range(0, Images)]);
                    var joined = Collect(work, [.. Enumerable.Range(cut, Images - cut)])
                        .Merge(Collect(work, [.. Enumerable.Range(0, cut)]));

                    // Bit for bit; findings speak of parts.
                    Assert.Equivalent(
                        AgreementAnalysis.Report(whole, Settings) with
                        {
                            Findings = [],
                        },
                        AgreementAnalysis.Report(joined, Settings) with
                        {
                            Findings = [],
                        },
                        strict: true
                    );
                },
                iter: 40
            );

    [Fact]
    public void Consensus_that_decides_image_by_image() =>
        Gen.Select(Work, Gen.Int[1, Images - 1])
            .Holds(
                (work, cut) =>
                {
                    foreach (
                        var settings in (ConsensusSettings[])[new(), ConsensusSettings.Cvat, ConsensusSettings.Cvat274]
                    )
                    {
                        var whole = Decided(work, [.. Enumerable.Range(0, Images)], settings);
                        var first = Decided(work, [.. Enumerable.Range(0, cut)], settings);
                        var second = Decided(work, [.. Enumerable.Range(cut, Images - cut)], settings);
                        Assert.Equal(whole, [.. first, .. second]);
                    }
                },
                iter: 30
            );

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

    static List<string> Decided(Drawn[][] work, int[] images, ConsensusSettings settings)
    {
        var result = ConsensusAnalysis.Run(Annotators(work, images), settings);
        return
        [
            .. result.Objects.Select(one =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{result.Images.NameOf(one.Image)} {one.Class} {one.Votes}/{one.Looked} {one.Score:R} {string.Join(',', one.Attributes.Select(each => each.Value))}"
                )
            ),
        ];
    }

    // The second did not look at the first image.
    static IReadOnlyList<AnnotatorWork> Annotators(Drawn[][] work, int[] images) =>
        AnnotatorWork.Of([
            .. work.Select(
                (drawn, who) =>
                    ($"p{who}", DatasetReader.Read([File(drawn, [.. images.Where(image => who != 1 || image > 0)])]))
            ),
        ]);

    static ReadInput File(Drawn[] drawn, int[] images) =>
        new(
            "work.json",
            Encoding.UTF8.GetBytes(
                $$$"""
                {"images": [{{{string.Join(",", images.Select(Image))}}}],
                 "categories": [{"id": 1, "name": "a"}, {"id": 2, "name": "b"}, {"id": 3, "name": "c"}],
                 "annotations": [{{{string.Join(
                    ",",
                    drawn.Where(one => images.Contains(one.Image)).Select(Annotation)
                )}}}]}
                """
            )
        );

    static string Image(int image) =>
        $$"""{"id": {{image + 1}}, "file_name": "{{image}}.png", "width": 300, "height": 300}""";

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
