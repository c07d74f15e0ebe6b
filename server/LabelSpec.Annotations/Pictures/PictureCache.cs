using System.Collections.Concurrent;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Pictures;

/// <summary>
/// Remembers picture headers by path, size and time of change, so that each is read once, and only when something asks.
/// Safe for many threads.
/// </summary>
/// <param name="reader">Reads headers.</param>
/// <param name="isLookedAtOnce">
/// What was found once is taken to be so for as long as the cache lives: for data that is judged with each keystroke, where looking at
/// thousands of pictures costs more than judging does. Its owner makes another one when the disk may have changed.
/// </param>
public sealed class PictureCache(IPictureReader reader, bool isLookedAtOnce = false)
{
    readonly ConcurrentDictionary<(string File, string Name, string? Folder), string?> found = new();

    readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    readonly ConcurrentDictionary<string, byte> probed = new(StringComparer.Ordinal);

    /// <summary>Every path that was looked at, whether or not there was a file.</summary>
    public IEnumerable<string> Consulted => probed.Keys;

    readonly record struct Entry(long Length, DateTime Changed, PictureHeader Header);

    /// <inheritdoc cref="PictureFinder.Find"/>
    public string? Find(string annotationFile, string imageName, string? imagesFolder) =>
        isLookedAtOnce
            ? found.GetOrAdd((annotationFile, imageName, imagesFolder), key => LookFor(key.File, key.Name, key.Folder))
            : LookFor(annotationFile, imageName, imagesFolder);

    string? LookFor(string annotationFile, string imageName, string? imagesFolder)
    {
        foreach (var path in PictureFinder.Candidates(annotationFile, imageName, imagesFolder))
        {
            probed.TryAdd(path, 0);
            if (File.Exists(path))
                return path;
            if (!PackedFile.Exists(path))
                continue;
            // What lies in an archive changes with it.
            probed.TryAdd(PackedFile.OnDisk(path)!.FullName, 0);
            return path;
        }

        return null;
    }

    public PictureHeader Read(string path)
    {
        if (isLookedAtOnce && entries.TryGetValue(path, out var seen))
            return seen.Header;
        probed.TryAdd(path, 0);
        var (length, changed) = PackedFile.OnDisk(path) is { } file
            ? (file.Length, file.LastWriteTimeUtc)
            : (-1, default);
        if (entries.TryGetValue(path, out var entry) && entry.Length == length && entry.Changed == changed)
            return entry.Header;
        var header = reader.Read(path);
        entries[path] = new(length, changed, header);
        return header;
    }
}
