namespace LabelSpec.Annotations.Sources;

/// <summary>Pipes and devices, which have no size and which .NET does not tell from empty files.</summary>
public static class SpecialFile
{
    /// <summary>Whether a path names a pipe, a device or a link to one; false for what does not exist.</summary>
    public static bool Is(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path))
            return false;
        var full = TargetOf(path);
        // The system links its own pipes as /proc/self/fd/pipe:[1234].
        return (
                full.StartsWith("/dev/", StringComparison.Ordinal)
                && !full.StartsWith("/dev/shm/", StringComparison.Ordinal)
            )
            || (full.StartsWith("/proc/", StringComparison.Ordinal) && full.Contains(":[", StringComparison.Ordinal))
            || (new FileInfo(full) is { Exists: true, Length: 0 } && IsPipe(full));
    }

    static string TargetOf(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        }
        catch (IOException)
        {
            return Path.GetFullPath(path);
        }
    }

    // Opened for both it does not wait for the other side.
    static bool IsPipe(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 0);
            return !file.CanSeek;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
