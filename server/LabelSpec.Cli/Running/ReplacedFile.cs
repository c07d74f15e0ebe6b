namespace LabelSpec.Cli.Running;

/// <summary>Writes a file so that nobody ever finds half of it: beside the old one, then in its place.</summary>
static class ReplacedFile
{
    public static void Write(string path, Action<Stream> write)
    {
        // Replacing a link would leave the file that it names as it was.
        var link = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        var full = link?.FullName ?? Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full)!;
        Directory.CreateDirectory(folder);
        var beside = Path.Combine(folder, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
                write(stream);
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
