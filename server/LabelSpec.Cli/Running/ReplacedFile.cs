using LabelSpec.Annotations.Sources;
using LabelSpec.Annotations.Writing;

namespace LabelSpec.Cli.Running;

/// <summary>
/// Writes a file so that nobody ever finds half of it: beside the old one, flushed to disk, then in its place. Pipes and
/// devices are written to as they are.
/// </summary>
static class ReplacedFile
{
    const string BesideEnd = ".tmp";

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
        var beside = $"{BesideStart(full)}{Guid.NewGuid():N}{BesideEnd}";
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

    /// <summary>Whether a path is that of a file while it is written, before it takes the place of the full path.</summary>
    public static bool IsBeside(string path, string full) =>
        path.StartsWith(BesideStart(full), StringComparison.Ordinal)
        && path.EndsWith(BesideEnd, StringComparison.Ordinal);

    static string BesideStart(string full) => Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.");
}
