namespace LabelSpec.TestSupport;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
public sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("labelspec-test-").FullName;

    public string PathOf(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public string Write(string relative, string text)
    {
        var path = PathOf(relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Copies a folder with everything in it, build output excepted.</summary>
    public void Copy(string source, string relative)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var inside = System.IO.Path.GetRelativePath(source, file);
            if (inside.Split(System.IO.Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                continue;
            var target = PathOf(relative, inside);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
