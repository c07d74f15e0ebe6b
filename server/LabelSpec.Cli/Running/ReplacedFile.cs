using LabelSpec.Annotations.Sources;
using LabelSpec.Annotations.Writing;

namespace LabelSpec.Cli.Running;

/// <summary>
/// Writes a file so that nobody ever finds half of it: beside the old one, flushed to disk, then in its place. Pipes and
/// devices are written to as they are.
/// </summary>
static class ReplacedFile
{
    public static void Write(string path, Action<Stream> write)
    {
        // Replacing a link would leave the file that it names as it was.
        var link = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        var full = link?.FullName ?? Path.GetFullPath(path);
        // What /dev/stdout links to is the system's own.
        if (path.StartsWith("/dev/", StringComparison.Ordinal) || SpecialFile.Is(full))
        {
            using var output = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            write(output);
            return;
        }

        var folder = Path.GetDirectoryName(full)!;
        Directory.CreateDirectory(folder);
        var beside = Path.Combine(folder, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new NewFileStream(beside))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            if (File.Exists(full) && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(beside, File.GetUnixFileMode(full));
            File.Move(beside, full, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
