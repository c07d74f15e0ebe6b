using System.Runtime.InteropServices;

namespace LabelSpec.Annotations.Sources;

/// <summary>
/// Files of Linux by the system's own calls. A small file is read in four of them: statx, open, read, close; .NET takes ten, to
/// lock the file and to ask three times what it is, and of a hundred thousand small files these calls are what reading costs. Looking
/// for a path is most of a call, so that a file which is known to be regular is opened first, and asked about by its number.
/// </summary>
static unsafe partial class PlainFile
{
    // The numbers are the same on all processors that .NET runs on.
    const int CurrentFolder = -100;
    const int FollowLinks = 0;
    const int OfNumber = 0x1000;
    const uint BasicStats = 0x7ff;
    const ushort KindMask = 0xf000;
    const ushort RegularFile = 0x8000;

    /// <summary>Older C libraries, and some others than GNU's, have no <c>statx</c>.</summary>
    static readonly bool IsHere = LibC.Has("statx");

    /// <summary>
    /// The whole content, and size and time before its first byte was read. False where it is anything but a regular file of up to
    /// so many bytes, or where anything goes wrong: whoever reads it in the usual way then meets what is wrong.
    /// </summary>
    public static bool TryRead(
        string path,
        long largest,
        bool wasRegular,
        out SourceBytes content,
        out FileStamp stamp,
        ReadBuffer? buffer = null
    )
    {
        (content, stamp) = (SourceBytes.Empty, default);
        if (!IsHere || SourceLoader.IsCompressed(path))
            return false;
        // A pipe's other side would notice that it is opened.
        if (
            !wasRegular && !(StatX(CurrentFolder, path, FollowLinks, BasicStats, out var first) == 0 && first.IsRegular)
        )
            return false;
        var file = LibC.Open(path);
        if (file < 0)
            return false;
        try
        {
            if (
                StatX(file, "", OfNumber, BasicStats, out var stat) != 0
                || !stat.IsRegular
                || (long)stat.Size > largest
            )
                return false;
            stamp = new FileStamp((long)stat.Size, stat.Changed);
            return stat.Size == 0 || TryRead(file, (int)stat.Size, buffer, out content);
        }
        finally
        {
            LibC.Close(file);
        }
    }

    /// <summary>
    /// Size and time of the regular file that a path leads to. False for anything else, and for what cannot be asked about: whoever
    /// asks in the usual way then meets what is wrong.
    /// </summary>
    public static bool TryStamp(string path, out FileStamp stamp)
    {
        stamp = default;
        if (!IsHere || StatX(CurrentFolder, path, FollowLinks, BasicStats, out var stat) != 0 || !stat.IsRegular)
            return false;
        stamp = new FileStamp((long)stat.Size, stat.Changed);
        return true;
    }

    static bool TryRead(int file, int size, ReadBuffer? buffer, out SourceBytes content)
    {
        content = SourceBytes.Empty;
        var bytes = buffer?.Take(size) ?? GC.AllocateUninitializedArray<byte>(size);
        var length = 0;
        while (length < size)
        {
            nint count;
            fixed (byte* start = bytes)
                count = Read(file, start + length, (nuint)(size - length));
            if (count < 0)
                return false;
            if (count == 0)
                break;
            length += (int)count;
        }

        content = SourceBytes.Of(bytes, length);
        return true;
    }

    [LibraryImport(LibC.Name, EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint mask, out Stat stat);

    [LibraryImport(LibC.Name, EntryPoint = "read")]
    private static partial nint Read(int file, byte* bytes, nuint length);

    /// <summary>What <c>statx</c> fills in; the same on all processors.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    readonly struct Stat
    {
        [FieldOffset(28)]
        readonly ushort mode;

        [FieldOffset(40)]
        public readonly ulong Size;

        [FieldOffset(112)]
        readonly long changedSeconds;

        [FieldOffset(120)]
        readonly uint changedNanoseconds;

        public bool IsRegular => (mode & KindMask) == RegularFile;

        public DateTime Changed =>
            DateTimeOffset.FromUnixTimeSeconds(changedSeconds).AddTicks(changedNanoseconds / 100).UtcDateTime;
    }
}
