using System.Collections.Concurrent;

namespace LabelSpec.Annotations.Pictures;

/// <summary>
/// Remembers picture headers by path, size and time of change, so that each is read once, and only when something asks.
/// Safe for many threads.
/// </summary>
public sealed class PictureCache(IPictureReader reader)
{
    readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    readonly record struct Entry(long Length, DateTime Changed, PictureHeader Header);

    public PictureHeader Read(string path)
    {
        var file = new FileInfo(path);
        var (length, changed) = file.Exists ? (file.Length, file.LastWriteTimeUtc) : (-1, default);
        if (entries.TryGetValue(path, out var entry) && entry.Length == length && entry.Changed == changed)
            return entry.Header;
        var header = reader.Read(path);
        entries[path] = new(length, changed, header);
        return header;
    }
}
