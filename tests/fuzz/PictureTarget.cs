using LabelSpec.Annotations.Pictures;
using LabelSpec.TestSupport;

namespace LabelSpec.Fuzz.Tests;

/// <summary>Headers of damaged pictures.</summary>
sealed class PictureTarget : IFuzzTarget
{
    readonly Lazy<IReadOnlyList<FuzzCase>> seeds = new(() =>
        [
            .. Corpus.Files("*.png", "tests"),
            .. Corpus.Files("*.jpg", "tests", "samples"),
            .. Corpus.Files("*.tif*", "tests"),
        ]
    );

    public string Name => "picture";

    public IReadOnlyList<FuzzCase> Seeds => seeds.Value;

    public void Examine(FuzzCase one)
    {
        using var folder = new ScratchFolder();
        var path = folder.PathOf("a" + Path.GetExtension(one.Path));
        File.WriteAllBytes(path, one.Bytes);
        var header = SkiaPictureReader.Instance.Read(path);
        Assert.Equal(header, SkiaPictureReader.Instance.Read(path));
    }
}
