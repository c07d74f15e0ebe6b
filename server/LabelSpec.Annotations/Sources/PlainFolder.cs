using System.Buffers.Binary;
using System.IO.Enumeration;
using System.Runtime.InteropServices;
using System.Text;

namespace LabelSpec.Annotations.Sources;

/// <summary>
/// Lists folders. Linux says of each entry whether it is a regular file, which .NET does not pass on: who knows it can open the file
/// without asking first.
/// </summary>
static unsafe partial class PlainFolder
{
    const int BufferSize = 256 << 10;

    // Bytes of a name on the usual file systems; each makes one character at most.
    const int LongestName = 255;

    // What the system writes for each entry: number (8 bytes), offset (8), length of the record (2), kind (1), name with a zero behind it.
    const int LengthAt = 16;
    const int KindAt = 18;
    const int NameAt = 19;
    const byte KindUnknown = 0;
    const byte KindFolder = 4;
    const byte KindRegular = 8;
    const byte KindLink = 10;

    static readonly bool IsHere = LibC.Has("getdents64");

    /// <summary>What lies in a folder, in no order.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public static IEnumerable<FolderEntry> EntriesOf(string folder) =>
        // Whoever lists it in the usual way meets what is wrong.
        IsHere && TryList(folder) is { } entries
            ? entries
            : new FileSystemEnumerable<FolderEntry>(
                folder,
                (ref entry) => new(entry.ToSpecifiedFullPath(), KindOf(entry)),
                new EnumerationOptions { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None }
            );

    static FolderEntryKind KindOf(in FileSystemEntry entry) =>
        !entry.IsDirectory ? FolderEntryKind.File
        : (entry.Attributes & FileAttributes.ReparsePoint) != 0 ? FolderEntryKind.LinkToFolder
        : FolderEntryKind.Folder;

    static List<FolderEntry>? TryList(string folder)
    {
        var file = LibC.Open(folder);
        if (file < 0)
            return null;
        try
        {
            var entries = new List<FolderEntry>();
            var buffer = new byte[BufferSize];
            while (true)
            {
                nint length;
                fixed (byte* start = buffer)
                    length = GetEntries(file, start, (nuint)buffer.Length);
                if (length < 0)
                    return null;
                if (length == 0)
                    return entries;
                if (!TryAdd(folder, buffer.AsSpan(0, (int)length), entries))
                    return null;
            }
        }
        finally
        {
            LibC.Close(file);
        }
    }

    // Some file systems do not say what an entry is.
    static bool TryAdd(string folder, ReadOnlySpan<byte> records, List<FolderEntry> entries)
    {
        Span<char> buffer = stackalloc char[LongestName];
        while (records.Length > NameAt)
        {
            var record = records[..BinaryPrimitives.ReadUInt16LittleEndian(records[LengthAt..])];
            records = records[record.Length..];
            var name = record[NameAt..];
            name = name[..name.IndexOf((byte)0)];
            if (name is [(byte)'.'] or [(byte)'.', (byte)'.'])
                continue;
            if (record[KindAt] == KindUnknown)
                return false;
            var text = name.Length <= LongestName ? buffer : new char[name.Length];
            var path = Path.Join(folder, text[..Encoding.UTF8.GetChars(name, text)]);
            entries.Add(new(path, KindOf(record[KindAt], path)));
        }

        return true;
    }

    static FolderEntryKind KindOf(byte kind, string path) =>
        kind switch
        {
            KindRegular => FolderEntryKind.RegularFile,
            KindFolder => FolderEntryKind.Folder,
            KindLink when Directory.Exists(path) => FolderEntryKind.LinkToFolder,
            _ => FolderEntryKind.File,
        };

    [LibraryImport(LibC.Name, EntryPoint = "getdents64")]
    private static partial nint GetEntries(int folder, byte* entries, nuint length);
}
