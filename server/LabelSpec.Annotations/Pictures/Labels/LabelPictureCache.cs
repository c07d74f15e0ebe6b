using System.Collections.Concurrent;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Pictures.Labels;

/// <summary>
/// Decodes label pictures when somebody asks, and remembers the last ones by path, size and time of change: all segments of an
/// image ask for the same picture. Safe for many threads.
/// </summary>
public sealed class LabelPictureCache
{
    /// <summary>Threads work on different images, each on one at a time.</summary>
    const int Remembered = 64;

    readonly Lock gate = new();
    readonly Dictionary<(string Path, long Length, DateTime Changed), Lazy<LabelPictureFile>> known = [];
    readonly Queue<(string Path, long Length, DateTime Changed)> order = [];

    readonly ConcurrentDictionary<string, byte> probed = new(StringComparer.Ordinal);

    public static LabelPictureCache Shared { get; } = new();

    /// <summary>Every path that was looked at, whether or not there was a file.</summary>
    public IEnumerable<string> Consulted => probed.Keys;

    /// <summary>The first of some files that exists; null when there are none to try.</summary>
    public LabelPictureFile? ReadFirst(IEnumerable<string> candidates)
    {
        LabelPictureFile? missing = null;
        foreach (var path in candidates)
        {
            if (Read(path) is { IsMissing: false } found)
                return found;
            missing ??= new(path, null, LabelPictureFile.Missing);
        }

        return missing;
    }

    LabelPictureFile Read(string path)
    {
        probed.TryAdd(path, 0);
        if (PackedFile.OnDisk(path) is not { } file)
            return new(path, null, LabelPictureFile.Missing);
        var key = (path, file.Length, file.LastWriteTimeUtc);
        Lazy<LabelPictureFile> entry;
        lock (gate)
        {
            if (!known.TryGetValue(key, out entry!))
            {
                known.Add(key, entry = new(() => Load(path)));
                order.Enqueue(key);
                if (order.Count > Remembered)
                    known.Remove(order.Dequeue());
            }
        }

        return entry.Value;
    }

    static LabelPictureFile Load(string path)
    {
        try
        {
            var picture = LabelPicture.Of(PackedFile.ReadAllBytes(path), out var problem);
            return new(path, picture, picture is null ? problem : null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new(path, null, e.Message);
        }
    }
}
