using LabelSpec.Annotations.Writing;

namespace LabelSpec.Cli.Converting;

/// <summary>
/// Writes a file, or a folder of files, so that nobody ever finds a part of it: beside its place, and moved there when
/// all is written.
/// </summary>
sealed class NewFiles(string output, bool isOneFile) : IOutputFiles, IDisposable
{
    readonly string beside = Path.Combine(
        Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(output)))!,
        $".{Path.GetFileName(Path.TrimEndingDirectorySeparator(output))}.{Guid.NewGuid():N}.tmp"
    );
    readonly HashSet<string> written = new(StringComparer.OrdinalIgnoreCase);

    public void Write(string path, Action<Stream> write)
    {
        if (!written.Add(path))
            throw new InvalidDataException($"two images would be written to {path}; rename one of them");
        var full = isOneFile ? beside : Path.Combine(beside, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        using var stream = new NewFileStream(full);
        write(stream);
        stream.Flush(flushToDisk: isOneFile);
    }

    /// <summary>Puts everything in its place; the number of files.</summary>
    public int Finish()
    {
        if (isOneFile)
            File.Move(beside, output);
        else
        {
            // An empty folder may stand there.
            if (Directory.Exists(output))
                Directory.Delete(output);
            Directory.CreateDirectory(beside);
            Directory.Move(beside, output);
        }

        return written.Count;
    }

    public void Dispose()
    {
        if (File.Exists(beside))
            File.Delete(beside);
        else if (Directory.Exists(beside))
            Directory.Delete(beside, recursive: true);
    }
}
