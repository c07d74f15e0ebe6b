using CsCheck;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine.Sharding;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Sharding;

/// <summary>Shards of data sets of many files and several splits, with what the splits share and miss.</summary>
public class MergedFilesTests
{
    [Theory]
    [InlineData("yolo")]
    [InlineData("voc")]
    [InlineData("coco")]
    public void Any_number_of_shards_gives_what_one_process_gives(string format) =>
        Gen.Select(SplitData.Images(40, 90, pictures: 60), Gen.Int[1, 7])
            .Holds(
                (images, count) =>
                {
                    using var folder = new ScratchFolder();
                    SplitData.Write(folder, format, images);
                    var request = new AnalysisRequest(Read(folder));
                    var whole = Analysis.Run(request);

                    var shares = Enumerable
                        .Range(1, count)
                        .Select(number =>
                            Analysis.Judge(
                                new AnalysisRequest(Read(folder)) { Shard = new Shard(number, count), Threads = 2 }
                            )
                        )
                        .ToList();
                    var all = shares[^1];
                    foreach (var share in shares.SkipLast(1))
                        all.Add(share);
                    var merged = Analysis.Finish(request, all);

                    Assert.NotEmpty(whole.Findings);
                    Assert.Contains(
                        whole.Rules,
                        rule =>
                            rule.Rule.StartsWith("LS5", StringComparison.Ordinal) && rule.Satisfied + rule.Violated > 0
                    );
                    Assert.Equal(whole.Rules.ToArray(), merged.Rules.ToArray());
                    Assert.Equal(whole.Findings.Select(ShownFinding.Of), merged.Findings.Select(ShownFinding.Of));
                },
                iter: 8
            );

    static Dataset Read(ScratchFolder folder) => DatasetReader.Read([folder.Path]);
}
