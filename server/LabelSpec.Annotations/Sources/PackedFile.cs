namespace LabelSpec.Annotations.Sources;

/// <summary>
/// Files that lie beside others, on disk or in an archive: the path of one in an archive goes on behind that of the archive, as in
/// <c>data.zip/masks/1.png</c>. Safe for many threads.
/// </summary>
public static class PackedFile
{
    /// <summary>Archives that stay open; a data set is one or a few.</summary>
    const int MostOpen = 4;

    static readonly Lock Gate = new();
    static readonly Dictionary<(string Path, long Length, DateTime Changed), ZipSource> Open = [];

    /// <summary>Whether there is such a file, on disk or in an archive.</summary>
    public static bool Exists(string path) =>
        File.Exists(path) || (Split(path) is { } place && Has(place, isFolder: false));

    /// <summary>Whether there is such a folder, on disk or in an archive; an archive counts as the folder of what lies in it.</summary>
    public static bool FolderExists(string path) =>
        Directory.Exists(path)
        || (Split(path + "/") is { } place && (place.Name.Length == 0 || Has(place, isFolder: true)));

    /// <summary>The file on disk that a path leads to: the archive for what lies in one; null where there is none.</summary>
    public static FileInfo? OnDisk(string path) =>
        new FileInfo(path) is { Exists: true } file ? file
        : Split(path) is { } place && Has(place, isFolder: false) ? new FileInfo(place.Archive)
        : null;

    /// <exception cref="IOException">The file or its archive cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its archive may not be read.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged, or the file unpacks to far more than is packed.</exception>
    public static byte[] ReadAllBytes(string path) =>
        !File.Exists(path) && Split(path) is { } place
            ? SourceOf(place.Archive).ReadAllowed(place.Name, int.MaxValue, out _)
            : File.ReadAllBytes(path);

    /// <summary>The bytes of a file, on disk or unpacked; they can be gone through in any order.</summary>
    /// <inheritdoc cref="ReadAllBytes(string)" path="/exception"/>
    public static Stream OpenRead(string path) =>
        !File.Exists(path) && Split(path) is { } place
            ? new MemoryStream(SourceOf(place.Archive).ReadAllowed(place.Name, int.MaxValue, out _), writable: false)
            : File.OpenRead(path);

    /// <summary>The first bytes of a file, on disk or unpacked.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="length">The length of the whole file.</param>
    /// <inheritdoc cref="ReadAllBytes(string)" path="/exception"/>
    public static byte[] ReadFirst(string path, int most, out long length)
    {
        if (!File.Exists(path) && Split(path) is { } place)
            return SourceOf(place.Archive).ReadAllowed(place.Name, most, out length);
        using var file = File.OpenRead(path);
        length = file.Length;
        var bytes = new byte[(int)Math.Min(length, most)];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    /// <summary>Whether a path leads into an archive, as far as there is one.</summary>
    public static bool IsPacked(string path) => !File.Exists(path) && Split(path) is not null;

    /// <summary>In bytes, unpacked; −1 where there is no such file or its archive cannot be read.</summary>
    public static long LengthOf(string path)
    {
        if (new FileInfo(path) is { Exists: true } file)
            return file.Length;
        try
        {
            return Split(path) is { } place ? SourceOf(place.Archive).LengthOf(place.Name) : -1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return -1;
        }
    }

    /// <summary>As <see cref="ReadAllBytes(string)"/>; null for a file that is longer.</summary>
    public static byte[]? ReadAllBytes(string path, long longest)
    {
        if (new FileInfo(path) is { Exists: true } file && file.Length > longest)
            return null;
        return ReadAllBytes(path) is { } bytes && bytes.Length <= longest ? bytes : null;
    }

    /// <summary>The paths of the files right in a folder of an archive, in no order; none for a folder on disk.</summary>
    /// <exception cref="IOException">The archive cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The archive may not be read.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public static IEnumerable<string> FilesIn(string folder) =>
        // What lies at the top of an archive lies in the archive itself.
        Split(folder + "/") is { } place
            ? SourceOf(place.Archive).FilesIn(place.Name).Select(name => $"{place.Archive}/{name}")
            : [];

    /// <summary>The paths of the folders right in a folder of an archive that have files of their own, in no order.</summary>
    /// <inheritdoc cref="FilesIn" path="/exception"/>
    public static IEnumerable<string> FoldersIn(string folder) =>
        Split(folder + "/") is { } place
            ? SourceOf(place.Archive).FoldersIn(place.Name).Select(name => $"{place.Archive}/{name}")
            : [];

    /// <summary>The paths of the folders right in a folder of an archive that hold nothing, in no order.</summary>
    /// <inheritdoc cref="FilesIn" path="/exception"/>
    public static IEnumerable<string> EmptyFoldersIn(string folder) =>
        Split(folder + "/") is { } place
            ? SourceOf(place.Archive).EmptyFoldersIn(place.Name).Select(name => $"{place.Archive}/{name}")
            : [];

    /// <summary>A file that nobody named, on disk or in an archive. Nothing of it is read yet.</summary>
    internal static SourceFile SourceAt(string path) =>
        !File.Exists(path) && Split(path) is { } place
            ? SourceFile.InArchive(path, new ArchiveEntry(SourceOf(place.Archive), place.Name))
            : SourceFile.InFolder(path);

    // An archive that cannot be read has been reported when its files were looked for.
    static bool Has((string Archive, string Name) place, bool isFolder)
    {
        try
        {
            return SourceOf(place.Archive).Has(place.Name, isFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return false;
        }
    }

    static (string Archive, string Name)? Split(string path)
    {
        var plain = path.Replace('\\', '/');
        for (
            var at = plain.IndexOf(".zip/", StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = plain.IndexOf(".zip/", at + 1, StringComparison.OrdinalIgnoreCase)
        )
            if (File.Exists(path[..(at + 4)]))
                return (path[..(at + 4)], plain[(at + 5)..]);
        return null;
    }

    static ZipSource SourceOf(string archive)
    {
        var file = new FileInfo(archive);
        var key = (archive, file.Length, file.LastWriteTimeUtc);
        lock (Gate)
        {
            if (Open.TryGetValue(key, out var known))
                return known;
            if (Open.Count >= MostOpen)
                Open.Clear();
            return Open[key] = new ZipSource(archive);
        }
    }
}
