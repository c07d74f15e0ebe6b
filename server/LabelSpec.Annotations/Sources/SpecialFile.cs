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
        return IsDevice(full)
            || (full.StartsWith("/proc/", StringComparison.Ordinal) && full.Contains(":[", StringComparison.Ordinal))
            || (new FileInfo(full) is { Exists: true, Length: 0 } && IsPipe(full));
    }

    /// <summary>
    /// All that comes out of a pipe, unpacked where it is packed as a <c>.gz</c> file is: one that this process was started with (<c>&lt;(zcat x.json.gz)</c>, <c>/dev/stdin</c>), or one with
    /// a name on the disk. Waits until the other side is done, and first until there is one: only what the user names is to be read so.
    /// </summary>
    /// <param name="path">What may be a pipe.</param>
    /// <param name="most">Bytes that are taken at most.</param>
    /// <returns>Null for what is no pipe; those of this process are known on Linux only.</returns>
    /// <exception cref="IOException">More comes out of it than that, or reading fails.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="InvalidDataException">What comes out is packed, and damaged or far more when unpacked.</exception>
    public static byte[]? ReadPipe(string path, long most = SourceBytes.LargestArray)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path))
            return null;
        var full = TargetOf(path);
        if (!IsOwnPipe(full) && !MayBeNamedPipe(full))
            return null;
        // Opened once and for reading alone: whoever waits at the other side is let in by that, and its data would be lost
        // between two openings.
        using var pipe = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        return pipe.CanSeek ? null : SourceLoader.Unpack(ReadToEnd(pipe, path, most));
    }

    static byte[] ReadToEnd(FileStream pipe, string path, long most)
    {
        var bytes = new byte[1 << 20];
        var length = 0;
        while (pipe.Read(bytes, length, bytes.Length - length) is > 0 and var count)
        {
            length += count;
            if (length > most)
                throw new IOException(
                    $"more than {most >> 20} MB come out of the pipe {path}; write them to a file, and give that"
                );
            if (length == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(2L * bytes.Length, Array.MaxLength));
        }

        return bytes[..length];
    }

    // Files of no length are told from pipes when they are open.
    static bool MayBeNamedPipe(string full) =>
        !IsDevice(full)
        && !full.StartsWith("/proc/", StringComparison.Ordinal)
        && new FileInfo(full) is { Exists: true, Length: 0 };

    /// <summary>Whether a full path is one of the system's devices, some of which never end, or leads to what a process has open.</summary>
    internal static bool IsDevice(string full) =>
        full.StartsWith("/dev/", StringComparison.Ordinal) && !full.StartsWith("/dev/shm/", StringComparison.Ordinal);

    // The system links a pipe of this process as /proc/self/fd/pipe:[1234] or /dev/fd/pipe:[1234], a name that no file has.
    static bool IsOwnPipe(string full) => full.Contains("/fd/pipe:[", StringComparison.Ordinal) && !File.Exists(full);

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
