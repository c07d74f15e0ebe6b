using System.Security.Cryptography;
using LabelSpec.TestSupport;

namespace LabelSpec.Fuzz.Tests;

/// <summary>Cases that once were not survived: <c>fixtures/TARGET/HASH/NAME</c>.</summary>
static class Findings
{
    static readonly string Folder = Path.Combine(RepositoryFiles.Root, "tests", "fuzz", "fixtures");
    static readonly string Running = Path.Combine(RepositoryFiles.Root, "artifacts", "fuzz");

    public static IEnumerable<FuzzCase> Of(string target) =>
        Directory.Exists(Path.Combine(Folder, target))
            ? Directory
                .EnumerateFiles(Path.Combine(Folder, target), "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => new FuzzCase(path, File.ReadAllBytes(path)))
            : [];

    /// <returns>Where it lies.</returns>
    public static string Keep(string target, FuzzCase one)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(one.Bytes))[..8];
        var path = Path.Combine(Folder, target, hash, Path.GetFileName(one.Path));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, one.Bytes);
        return path;
    }

    public static void Remember(string target, FuzzCase one)
    {
        Directory.CreateDirectory(Running);
        File.WriteAllBytes(PathOf(target), one.Bytes);
    }

    public static void Forget(string target) => File.Delete(PathOf(target));

    static string PathOf(string target) => Path.Combine(Running, $"{target}.case");
}
