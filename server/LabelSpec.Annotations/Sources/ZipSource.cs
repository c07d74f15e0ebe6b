using System.IO.Compression;
using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Sources;

/// <summary>
/// A zip archive whose files are read in place: nothing is ever unpacked to disk. Names that lead out of the archive, and
/// files that unpack to far more than is packed, are refused.
/// </summary>
/// <param name="path">The path of the archive.</param>
/// <param name="bytes">The archive itself, where it lies on no disk; null to read it at its path.</param>
sealed class ZipSource(string path, SourceBytes? bytes = null)
{
    /// <summary>More files than any data set in an archive has.</summary>
    const int MostEntries = 1_000_000;

    /// <summary>Texts of numbers pack to a fifth or tenth; what claims more than this is made to fill memory.</summary>
    public const long LargestRatio = 200;

    /// <summary>Below this size the ratio does not matter.</summary>
    public const long Harmless = 8 << 20;

    const long LargestTotal = 64L << 30;

    readonly Lock gate = new();
    ZipArchive? archive;
    HashSet<string>? names;
    ILookup<string, string>? filesOfFolder;

    public string Path => path;

    /// <summary>Whether the archive is in memory, and its path leads to nothing that could be read again.</summary>
    public bool IsInMemory => bytes is not null;

    /// <summary>Whether bytes are a zip archive, by the header of its first file (APPNOTE 4.3.7).</summary>
    public static bool IsZip(SourceBytes bytes) => bytes.Slice(0, 4) is [(byte)'P', (byte)'K', 3, 4];

    public static bool IsZip(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>The files that may be read, in ordinal order of their names; what is wrong with others is reported.</summary>
    public List<(string Path, ArchiveEntry Entry)> Entries(Action<ProblemKind, string> report)
    {
        var entries = new List<(string, ArchiveEntry)>();
        try
        {
            lock (gate)
            {
                var all = Open().Entries;
                if (all.Count > MostEntries || all.Sum(entry => entry.Length) is > LargestTotal or < 0)
                {
                    report(
                        FileProblems.ArchiveTooLarge,
                        $"The archive claims {all.Count} files; at most {MostEntries} files of {LargestTotal >> 30} GB together "
                            + "are read. Unpack it and give the folder."
                    );
                    return entries;
                }
                foreach (var entry in all)
                    if (!IsPassedOver(entry) && IsAllowed(entry, report))
                        entries.Add(($"{path}/{entry.FullName}", new ArchiveEntry(this, entry.FullName)));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            report(FileProblems.Unreadable, $"The archive cannot be read: {e.Message.TrimEnd('.')}.");
        }
        entries.Sort((a, b) => string.CompareOrdinal(a.Item1, b.Item1));
        return entries;
    }

    /// <summary>Whether there is a file of a name, or one in a folder of that name.</summary>
    /// <exception cref="IOException">The archive cannot be read.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public bool Has(string name, bool isFolder)
    {
        lock (gate)
        {
            if (names is null)
            {
                names = [];
                foreach (var entry in Open().Entries.Take(MostEntries))
                    for (var part = entry.FullName; part.Length > 0 && names.Add(part); )
                        part = part[..(part.TrimEnd('/').LastIndexOf('/') + 1)];
            }

            return names.Contains(isFolder ? name.TrimEnd('/') + "/" : name);
        }
    }

    /// <summary>The names of the files right in a folder, in no order.</summary>
    /// <exception cref="IOException">The archive cannot be read.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public IEnumerable<string> FilesIn(string folder) => FilesOfFolder()[PrefixOf(folder)];

    /// <summary>The names of the folders right in a folder that have files of their own, in no order.</summary>
    /// <exception cref="IOException">The archive cannot be read.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public IEnumerable<string> FoldersIn(string folder)
    {
        var prefix = PrefixOf(folder);
        return FilesOfFolder()
            .Select(files => files.Key)
            .Where(name =>
                name.Length > prefix.Length
                && name.StartsWith(prefix, StringComparison.Ordinal)
                && name.IndexOf('/', prefix.Length) == name.Length - 1
            )
            .Select(name => name[..^1]);
    }

    /// <summary>The names of the folders right in a folder that the archive names and that hold nothing, in no order.</summary>
    /// <exception cref="IOException">The archive cannot be read.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public IEnumerable<string> EmptyFoldersIn(string folder)
    {
        var prefix = PrefixOf(folder);
        lock (gate)
        {
            var below = Open()
                .Entries.Take(MostEntries)
                .Select(entry => entry.FullName)
                .Where(name => name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal))
                .GroupBy(name => name.IndexOf('/', prefix.Length) is >= 0 and var end ? name[..end] : "");
            return [.. below.Where(names => names.All(name => name == names.Key + "/")).Select(names => names.Key)];
        }
    }

    /// <summary>What a file unpacks to by what the archive says, in bytes.</summary>
    /// <exception cref="IOException">The archive cannot be read, or has no such file.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public long LengthOf(string name)
    {
        lock (gate)
            return EntryOf(name).Length;
    }

    static string PrefixOf(string folder) => folder.Length == 0 ? "" : folder.TrimEnd('/') + "/";

    ILookup<string, string> FilesOfFolder()
    {
        lock (gate)
            return filesOfFolder ??= Open()
                .Entries.Take(MostEntries)
                .Where(entry => !IsPassedOver(entry))
                .Select(entry => entry.FullName)
                .ToLookup(name => name[..(name.LastIndexOf('/') + 1)], StringComparer.Ordinal);
    }

    /// <summary>The bytes of a file, with the limits that hold for files that are looked for.</summary>
    /// <exception cref="IOException">The archive cannot be read, or has no such file.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged, or the file is refused.</exception>
    public byte[] ReadAllowed(string name, int atMost, out long length)
    {
        lock (gate)
        {
            var entry = EntryOf(name);
            var refusal = "";
            if (!IsAllowed(entry, (_, message) => refusal = message))
                throw new InvalidDataException(refusal);
        }

        return Read(name, atMost, out length);
    }

    /// <summary>The bytes of a file, or only the first of them. What is packed once more, as <c>.gz</c>, is unpacked within the limits of both.</summary>
    public byte[] Read(string name, int atMost, out long length)
    {
        if (!SourceLoader.IsCompressed(name))
            return ReadEntry(name, atMost, out length);
        long packed;
        lock (gate)
            packed = EntryOf(name).CompressedLength;
        var unpacked = SourceLoader.Unpack(ReadEntry(name, int.MaxValue, out _), packed);
        length = unpacked.Length;
        return unpacked.Length <= atMost ? unpacked : unpacked[..atMost];
    }

    byte[] ReadEntry(string name, int atMost, out long length)
    {
        lock (gate)
        {
            var entry = EntryOf(name);
            length = entry.Length;
            var content = new byte[(int)Math.Min(length, atMost)];
            using var stream = entry.Open();
            var count = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            if (count < content.Length)
                throw new InvalidDataException("it unpacks to less than it says");
            if (content.Length == length && stream.ReadByte() >= 0)
                throw new InvalidDataException("it unpacks to more than it says");
            return content;
        }
    }

    ZipArchiveEntry EntryOf(string name) =>
        Open().GetEntry(name) ?? throw new FileNotFoundException($"'{name}' is no longer in the archive");

    ZipArchive Open() =>
        archive ??= new ZipArchive(
            bytes is null ? File.OpenRead(path) : new MemoryStream(bytes.From(0).ToArray(), writable: false),
            ZipArchiveMode.Read
        );

    // Folders, and what operating systems put beside files.
    static bool IsPassedOver(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith('/')
        || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || entry.FullName.Replace('\\', '/').Split('/').Any(part => part.StartsWith('.') && part is not ("." or ".."));

    static bool IsAllowed(ZipArchiveEntry entry, Action<ProblemKind, string> report)
    {
        var name = entry.FullName.Replace('\\', '/');
        var shown = name.Length <= 80 ? name : name[..80] + "…";
        if (name.StartsWith('/') || name.Contains(':') || name.Contains('\0') || name.Split('/').Contains(".."))
            report(
                FileProblems.ArchiveEntryRefused,
                $"'{shown}' leads out of the archive; it is not read. Do not unpack this archive with other tools."
            );
        else if (
            entry.Length > SourceBytes.LargestArray
            || (entry.Length > Harmless && entry.Length / LargestRatio > entry.CompressedLength)
        )
            report(
                FileProblems.ArchiveEntryRefused,
                $"'{shown}' would unpack from {entry.CompressedLength} to {entry.Length} bytes; it is not read. Unpack it and "
                    + "give the plain file if that is meant."
            );
        else
            return true;
        return false;
    }
}
