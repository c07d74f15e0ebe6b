using System.Globalization;
using System.Text;
using CsCheck;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine.Sharding;
using LabelSpec.Semantics.Symbols;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Sharding;

public class MergedShardsTests
{
    // One rule of each kind that judging spreads: by annotation, by pair, by image, over the data, by a total of the data.
    static readonly Guideline Guideline = TestGuideline.Bind(
        """
        class car { shape box }
        class bus { shape box }

        rule wide_enough { for c: car require c.width >= 4px }
        rule no_bus_on_a_car { for c: car, b: bus require iou(c, b) <= 0.5 }
        rule few_cars { for image require count(c: car) <= 12 }
        rule enough_buses { for dataset require count(b: bus) >= count(c: car) }
        """
    );

    static readonly Gen<string> Coco =
        from images in Gen.Int[200, 700]
        from boxes in Gen.Select(Gen.Int[0, 699], Gen.Int[1, 3], Gen.Int[-5, 90], Gen.Int[0, 12]).Array[2000, 7000]
        select Write(images, boxes);

    [Fact]
    public void Any_number_of_shards_gives_what_one_process_gives() =>
        Gen.Select(Coco, Gen.Int[1, 9])
            .Holds(
                (text, count) =>
                {
                    var dataset = Read(text);
                    var request = new AnalysisRequest(dataset) { Guideline = Guideline };
                    var whole = Analysis.Run(request);
                    Assert.NotEmpty(whole.Findings);

                    // Each shard reads on its own, as another process would, and hands its share over in a file.
                    var shares = Enumerable
                        .Range(1, count)
                        .Reverse()
                        .Select(number =>
                            ThroughFile(
                                Analysis.Judge(
                                    new AnalysisRequest(Read(text))
                                    {
                                        Guideline = Guideline,
                                        Shard = new Shard(number, count),
                                    }
                                )
                            )
                        )
                        .ToList();
                    var all = shares[0];
                    foreach (var share in shares.Skip(1))
                        all.Add(share);
                    var merged = Analysis.Finish(request, all);

                    Assert.Equal(whole.Rules.ToArray(), merged.Rules.ToArray());
                    Assert.Equal(whole.Findings.Select(ShownFinding.Of), merged.Findings.Select(ShownFinding.Of));
                    Assert.Equal(whole.Summary with { Duration = default }, merged.Summary with { Duration = default });
                },
                iter: 12
            );

    [Fact]
    public void A_partial_file_that_is_cut_or_changed_anywhere_is_refused() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Byte[1, 255], Gen.Bool)
            .Holds(
                (at, change, isCut) =>
                {
                    var bytes = Bytes(
                        Analysis.Judge(new AnalysisRequest(Read(Write(3, [(0, 1, 95, 9), (1, 1, 1, 0)]))))
                    );
                    at %= bytes.Length;
                    if (isCut)
                        bytes = bytes[..at];
                    else
                        bytes[at] ^= change;
                    Assert.False(PartialFile.TryRead(bytes, out _, out var problem));
                    Assert.NotEmpty(problem);
                }
            );

    [Fact]
    public void The_digest_tells_data_and_settings_apart()
    {
        var text = Write(3, [(0, 1, 1, 5)]);
        var request = new AnalysisRequest(Read(text)) { Guideline = Guideline };
        var digest = AnalysisDigest.Of(request);
        Assert.Equal(digest, AnalysisDigest.Of(new AnalysisRequest(Read(text)) { Guideline = Guideline, Threads = 1 }));
        Assert.NotEqual(
            digest,
            AnalysisDigest.Of(request with { Settings = request.Settings with { Only = ["LS3203"] } })
        );
        Assert.NotEqual(digest, AnalysisDigest.Of(new AnalysisRequest(Read(Write(3, [(0, 1, 1, 6)])))));
    }

    static JudgedShare ThroughFile(JudgedShare share)
    {
        Assert.True(PartialFile.TryRead(Bytes(share), out var partial, out var problem), problem);
        return partial.Shares[0].Share;
    }

    static byte[] Bytes(JudgedShare share)
    {
        using var stream = new MemoryStream();
        PartialFile.Write(new Partial("1.0", new Shard(1, 1), "{}", [new PartialShare("digest", share)]), stream);
        return stream.ToArray();
    }

    static Dataset Read(string text) => DatasetReader.Read([new ReadInput("data.json", Encoding.UTF8.GetBytes(text))]);

    static string Write(int images, (int Image, int Category, int At, int Size)[] boxes)
    {
        var text = new StringBuilder("""{"images":[""");
        for (var i = 0; i < images; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""{{(i == 0 ? "" : ",")}}{"id":{{i}},"file_name":"{{i % 650}}.jpg","width":100,"height":100}"""
            );
        text.Append("""],"categories":[{"id":1,"name":"car"},{"id":2,"name":"bus"}],"annotations":[""");
        for (var i = 0; i < boxes.Length; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""{{(i == 0 ? "" : ",")}}{"id":{{i % 1990}},"image_id":{{boxes[i].Image}},"category_id":{{boxes[i].Category}},"bbox":[{{boxes[i].At}},3,{{boxes[i].Size}},9]}"""
            );
        return text.Append("]}").ToString();
    }
}
