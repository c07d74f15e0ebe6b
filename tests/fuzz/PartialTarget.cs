using LabelSpec.Annotations.Reading;
using LabelSpec.Engine;
using LabelSpec.Engine.Sharding;

namespace LabelSpec.Fuzz.Tests;

/// <summary>What a shard left behind is read or refused, also when its seal is right.</summary>
sealed class PartialTarget : IFuzzTarget
{
    readonly Lazy<IReadOnlyList<FuzzCase>> seeds = new(() => [.. Corpus.OfFormat("coco").Take(8).Select(Judged)]);

    public string Name => "partial";

    public IReadOnlyList<FuzzCase> Seeds => seeds.Value;

    public void Examine(FuzzCase one)
    {
        foreach (var bytes in new[] { one.Bytes, SealedCase.Seal(one.Bytes) })
            if (!PartialFile.TryRead(bytes, out _, out var problem))
                Assert.NotEmpty(problem);
    }

    static FuzzCase Judged(FuzzCase file)
    {
        var dataset = DatasetReader.Read([new ReadInput(file.Path, file.Bytes)]);
        var share = Analysis.Judge(new AnalysisRequest(dataset) { Shard = new Shard(1, 2) });
        var stream = new MemoryStream();
        PartialFile.Write(
            new Partial("0", new Shard(1, 2), "{}", [new PartialShare(new string('a', 64), share)]),
            stream
        );
        return new FuzzCase("part.bin", stream.ToArray());
    }
}
