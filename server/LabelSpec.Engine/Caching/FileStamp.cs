using LabelSpec.Annotations.Sources;

namespace LabelSpec.Engine.Caching;

/// <summary>A file or folder that a result depends on, as it was then.</summary>
/// <param name="Path">As the run named it.</param>
/// <param name="Length">In bytes; −1 where there was no such file.</param>
/// <param name="Changed">Time of its last change, in ticks of UTC; 0 where the time tells nothing and only content does.</param>
/// <param name="Sha256">Its content in hexadecimal; empty where the time alone decides, as for folders and pictures.</param>
public readonly record struct FileStamp(string Path, long Length, long Changed, string Sha256)
{
    /// <summary>File systems keep times no finer than this; a file that changed later may change again unseen.</summary>
    static readonly TimeSpan Granularity = TimeSpan.FromSeconds(2);

    /// <summary>A file by its content.</summary>
    public static FileStamp OfContent(string path, string sha256, DateTime now)
    {
        var stamp = OfTime(path);
        var isSettled = now.Ticks - stamp.Changed > Granularity.Ticks;
        return stamp with { Changed = isSettled ? stamp.Changed : 0, Sha256 = sha256 };
    }

    /// <summary>A file, a folder, or the lack of one, by the time of its last change.</summary>
    public static FileStamp OfTime(string path)
    {
        var file = new FileInfo(path);
        if (file.Exists)
            return new(path, file.Length, file.LastWriteTimeUtc.Ticks, "");
        var folder = new DirectoryInfo(path);
        return folder.Exists ? new(path, 0, folder.LastWriteTimeUtc.Ticks, "") : new(path, -1, 0, "");
    }

    /// <summary>Whether the file is what it was: by time and length, and where the time differs, by content.</summary>
    public bool IsCurrent()
    {
        // A damaged cache may name what no file can be called.
        if (Path.Length == 0 || Path.Contains('\0'))
            return false;
        var now = OfTime(Path);
        if (now.Length != Length)
            return false;
        if (now.Changed == Changed)
            return true;
        return Sha256.Length > 0 && SourceFile.OnDisk(Path).Sha256 == Sha256;
    }
}
