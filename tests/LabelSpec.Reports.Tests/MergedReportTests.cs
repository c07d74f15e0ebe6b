using CsCheck;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine;
using LabelSpec.Engine.Sharding;
using LabelSpec.Engine.Tests;
using LabelSpec.Semantics.Symbols;
using LabelSpec.TestSupport;

namespace LabelSpec.Reports.Tests;

/// <summary>What shards found, merged, is reported byte for byte as one process reports it.</summary>
public class MergedReportTests
{
    // A rule of each kind that judging spreads: by annotation, by pair, by image, over the data, by a total of the data.
    static readonly Guideline Guideline = TestGuideline.Bind(
        """
        class car { shape box }
        class bus { shape box }

        rule right_of_the_edge { for c: car require c.left >= 4px }
        rule cars_keep_apart { for pair a, b: car forbid iou(a, b) > 0.3 }
        rule one_car { for image require count(c: car) <= 1 }
        rule enough_buses { for dataset require count(b: bus) >= count(c: car) }
        """
    );

    [Theory]
    [InlineData("coco")]
    [InlineData("voc")]
    [InlineData("yolo")]
    public void Any_number_of_shards_is_reported_as_one_process_reports(string format) =>
        // So many that every shard has ranges of rows and images to judge.
        Gen.Select(SplitData.Images(700, 900, pictures: 2000), Gen.Int[2, 9])
            .Holds(
                (images, count) =>
                {
                    using var folder = new ScratchFolder();
                    SplitData.Write(folder, format, images, boxesForEach: 4);
                    AnalysisRequest Request(Shard shard, bool streams) =>
                        new(Read(folder, streams)) { Guideline = Guideline, Shard = shard };
                    var whole = Analysis.Run(Request(Shard.Whole, streams: true));

                    var shares = Enumerable
                        .Range(1, count)
                        .Select(number =>
                            ThroughFile(Analysis.Judge(Request(new Shard(number, count), streams: false)))
                        )
                        .ToList();
                    Assert.All(shares.Take(2), share => Assert.NotEqual(0, share.Violations));
                    var all = shares[^1];
                    foreach (var share in shares.SkipLast(1))
                        all.Add(share);
                    var merged = Analysis.Finish(Request(Shard.Whole, streams: true), all);

                    Assert.Contains(
                        whole.Rules,
                        rule =>
                            rule.Rule.StartsWith("LS5", StringComparison.Ordinal) && rule.Satisfied + rule.Violated > 0
                    );
                    foreach (var report in ReportFormats.All)
                        Assert.Equal(Text(report, whole), Text(report, merged));
                },
                iter: 3
            );

    static Dataset Read(ScratchFolder folder, bool streams) =>
        DatasetReader.Read([folder.Path], new ReadOptions { Streams = streams, Hashes = true });

    static JudgedShare ThroughFile(JudgedShare share)
    {
        using var stream = new MemoryStream();
        PartialFile.Write(new Partial("1.0", new Shard(1, 1), "{}", [new PartialShare("digest", share)]), stream);
        Assert.True(PartialFile.TryRead(stream.ToArray(), out var partial, out var problem), problem);
        return partial.Shares[0].Share;
    }

    // How long it took is the one thing that may differ.
    static string Text(ReportFormat format, AnalysisResult result) =>
        Written.By(
            format.Name,
            result with
            {
                Summary = result.Summary with { Duration = default },
            },
            new ReportContext { ToolVersion = "1.0", MaxPerRule = format.DefaultMax }
        );
}
