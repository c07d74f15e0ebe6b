using LabelSpec.Annotations.Reading;
using LabelSpec.Engine;
using LabelSpec.Engine.Caching;
using LabelSpec.TestSupport;

namespace LabelSpec.Fuzz.Tests;

/// <summary>A damaged result of an earlier run is as none, and never an error.</summary>
sealed class CacheTarget : IFuzzTarget
{
    static readonly string Key = new('a', 64);

    readonly Lazy<IReadOnlyList<FuzzCase>> seeds = new(() => [.. Corpus.OfFormat("coco").Take(8).Select(Kept)]);

    public string Name => "cache";

    public IReadOnlyList<FuzzCase> Seeds => seeds.Value;

    public void Examine(FuzzCase one)
    {
        using var folder = new ScratchFolder();
        foreach (var bytes in new[] { one.Bytes, SealedCase.Seal(one.Bytes) })
        {
            File.WriteAllBytes(PathIn(folder), bytes);
            var found = new ResultCache(folder.Path).Find(Key, ["a.json"], () => throw new InvalidOperationException());
            if (found is null)
                continue;
            for (var i = 0; i < found.Findings.Count; i++)
                Assert.NotNull(found.Findings.RuleAt(i));
        }
    }

    static string PathIn(ScratchFolder folder) => folder.PathOf(Key[..32] + ".result");

    static FuzzCase Kept(FuzzCase file)
    {
        using var folder = new ScratchFolder();
        var result = Analysis.Run(
            new AnalysisRequest(DatasetReader.Read([new ReadInput(file.Path, file.Bytes)])) { Threads = 1 }
        );
        var findings = new RecordedFindings(result.Findings);
        _ = findings.ToArray();
        new ResultCache(folder.Path).Keep(Key, ["a.json"], [], result, findings);
        return new FuzzCase("a.result", File.ReadAllBytes(PathIn(folder)));
    }
}
