using System.IO.Compression;
using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Fuzz.Tests;

/// <summary>A damaged archive: what can be read of it is, and the rest is said.</summary>
sealed class ArchiveTarget : IFuzzTarget
{
    readonly Lazy<IReadOnlyList<FuzzCase>> seeds = new(() => [Zipped("voc"), Zipped("coco"), Packed("coco")]);

    public string Name => "archive";

    public IReadOnlyList<FuzzCase> Seeds => seeds.Value;

    public void Examine(FuzzCase one)
    {
        using var folder = new ScratchFolder();
        var path = folder.PathOf(Path.GetFileName(one.Path));
        File.WriteAllBytes(path, one.Bytes);
        var text = DatasetText.Of(DatasetReader.Read([path], new ReadOptions { Threads = 1 }));
        Assert.Equal(text, DatasetText.Of(DatasetReader.Read([path], new ReadOptions { Threads = 1 })));
        Assert.NotEmpty(text);
    }

    static FuzzCase Zipped(string format)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (file, i) in Corpus.OfFormat(format).Take(6).Select((file, i) => (file, i)))
            {
                using var entry = archive.CreateEntry($"{i}/{Path.GetFileName(file.Path)}").Open();
                entry.Write(file.Bytes);
            }

        return new FuzzCase("a.zip", stream.ToArray());
    }

    static FuzzCase Packed(string format)
    {
        var stream = new MemoryStream();
        using (var packed = new GZipStream(stream, CompressionLevel.Fastest))
            packed.Write(Corpus.OfFormat(format)[0].Bytes);
        return new FuzzCase("a.json.gz", stream.ToArray());
    }
}
