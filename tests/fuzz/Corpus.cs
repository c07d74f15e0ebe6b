using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;
using LabelSpec.TestSupport;

namespace LabelSpec.Fuzz.Tests;

/// <summary>The files that cases are made from: fixtures of all tests, and small real files where they are at hand.</summary>
static class Corpus
{
    /// <summary>Bigger files take longer and show no more.</summary>
    const int LargestFile = 24 << 10;

    const int MostPerFormat = 40;

    static readonly string[] NoText = [".jpg", ".jpeg", ".png", ".py", ".md", ".tif", ".zip", ".gz"];

    static readonly Lazy<ILookup<string, FuzzCase>> ByFormat = new(Collect);

    public static IReadOnlyList<FuzzCase> OfFormat(string id) => [.. ByFormat.Value[id].Take(MostPerFormat)];

    /// <summary>Fixtures with an ending.</summary>
    public static IReadOnlyList<FuzzCase> Files(string pattern, params string[] folders) =>
        [
            .. folders
                .SelectMany(folder => Under(Path.Combine(RepositoryFiles.Root, folder), pattern))
                .Select(path => new FuzzCase(path, File.ReadAllBytes(path))),
        ];

    /// <summary>Pictures whose pixels are annotations of a format.</summary>
    public static IReadOnlyList<FuzzCase> PicturesOf(string format) =>
        [.. Files("*.png", "tests/LabelSpec.Annotations.Tests").Where(one => FormatOf(one.Path, one.Bytes) == format)];

    static ILookup<string, FuzzCase> Collect() =>
        Under(Path.Combine(RepositoryFiles.Root, "tests"), "*")
            .Where(path => path.Contains($"{Path.DirectorySeparatorChar}fixtures{Path.DirectorySeparatorChar}"))
            .Concat(RealData.IsPresent ? Under(RealData.Folder!, "*") : [])
            .Where(path => !NoText.Contains(Path.GetExtension(path).ToLowerInvariant()))
            .Select(path => new FuzzCase(path, File.ReadAllBytes(path)))
            .Select(one => (Case: one, Format: FormatOf(one.Path, one.Bytes)))
            .Where(file => file.Format is not null)
            .ToLookup(file => file.Format!, file => file.Case);

    // As the reader decides, without reading.
    static string? FormatOf(string path, byte[] bytes)
    {
        var probe = new FormatProbe(path, bytes.AsSpan(0, Math.Min(bytes.Length, FormatProbe.HeadSize)), bytes.Length);
        var (best, confidence) = ((string?)null, 0.0);
        foreach (var format in AnnotationFormats.All)
            if (format.Detect(probe).Confidence is var sure && sure > confidence)
                (best, confidence) = (format.Id, sure);
        return best;
    }

    static ImmutableArray<string> Under(string folder, string pattern) =>
        [
            .. Directory
                .EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
                .Where(path => !IsBuilt(path) && new FileInfo(path).Length is > 0 and <= LargestFile)
                .Order(StringComparer.Ordinal),
        ];

    static bool IsBuilt(string path) =>
        path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules");
}
