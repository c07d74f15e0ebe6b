using System.Collections.Concurrent;

namespace LabelSpec.Annotations.Pictures;

/// <summary>
/// Remembers picture headers by path, size and time of change, so that each is read once, and only when something asks.
/// Safe for many threads.
/// </summary>
public sealed class PictureCache(IPictureReader reader)
{
    readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    readonly ConcurrentDictionary<string, byte> probed = new(StringComparer.Ordinal);

    /// <summary>Every path that was looked at, whether or not there was a file.</summary>
    public IEnumerable<string> Consulted => probed.Keys;

    readonly record struct Entry(long Length, DateTime Changed, PictureHeader Header);

    /// <inheritdoc cref="PictureFinder.Find"/>
    public string? Find(string annotationFile, string imageName, string? imagesFolder)
    {
        foreach (var path in PictureFinder.Candidates(annotationFile, imageName, imagesFolder))
        {
            probed.TryAdd(path, 0);
            if (File.Exists(path))
                return path;
        }

        return null;
    }

    public PictureHeader Read(string path)
    {
        probed.TryAdd(path, 0);
        var file = new FileInfo(path);
        var (length, changed) = file.Exists ? (file.Length, file.LastWriteTimeUtc) : (-1, default);
        if (entries.TryGetValue(path, out var entry) && entry.Length == length && entry.Changed == changed)
            return entry.Header;
        var header = reader.Read(path);
        entries[path] = new(length, changed, header);
        return header;
    }
}
