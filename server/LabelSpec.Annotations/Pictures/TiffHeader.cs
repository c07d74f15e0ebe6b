using System.Buffers.Binary;

namespace LabelSpec.Annotations.Pictures;

/// <summary>
/// Size and orientation from the first directory of a TIFF file (classic TIFF 6.0, section 2, and BigTIFF).
/// </summary>
static class TiffHeader
{
    const int WidthTag = 256;
    const int HeightTag = 257;
    const int OrientationTag = 274;
    const int MaxEntries = 4096;

    /// <returns>False when the file does not begin like a TIFF file.</returns>
    public static bool TryRead(Stream file, out PictureHeader header)
    {
        Span<byte> start = stackalloc byte[16];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var isLittle = start[0] == 'I' && start[1] == 'I';
        var isBig = start[0] == 'M' && start[1] == 'M';
        var version = length >= 8 && (isLittle || isBig) ? UInt16(start[2..], isLittle) : (ushort)0;
        header = default;
        if (version is not (42 or 43))
            return false;

        var layout = version == 42 ? new Layout(isLittle, 4, 2, 12) : new Layout(isLittle, 8, 8, 20);
        var offset = version == 42 ? layout.Number(start[4..], 4) : layout.Number(start[8..], 8);
        header =
            ReadDirectory(file, offset, layout)
            ?? PictureHeader.Failed(
                PictureStatus.Unreadable,
                "the file ends inside its header, or the header is damaged"
            );
        return true;
    }

    static PictureHeader? ReadDirectory(Stream file, long offset, Layout layout)
    {
        if (offset < 8 || offset > file.Length)
            return null;
        file.Position = offset;
        var count = layout.Read(file, layout.CountSize);
        if (count is < 1 or > MaxEntries)
            return null;

        Span<byte> entry = stackalloc byte[20];
        entry = entry[..layout.EntrySize];
        var (width, height, orientation) = (0L, 0L, 1L);
        for (var i = 0; i < count; i++)
        {
            if (file.ReadAtLeast(entry, entry.Length, throwOnEndOfStream: false) < entry.Length)
                return null;
            var tag = UInt16(entry, layout.IsLittle);
            // Type 3 is a 16-bit number, 4 a 32-bit and 16 a 64-bit one; all stand at the front of the value field.
            var size = UInt16(entry[2..], layout.IsLittle) switch
            {
                3 => 2,
                4 => 4,
                16 => layout.OffsetSize,
                _ => 0,
            };
            var value = size == 0 ? 0 : layout.Number(entry[(4 + layout.OffsetSize)..], size);
            if (tag == WidthTag)
                width = value;
            else if (tag == HeightTag)
                height = value;
            else if (tag == OrientationTag)
                orientation = value;
        }

        return width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue
            ? PictureHeader.Of((int)width, (int)height, (int)Math.Min(orientation, 9))
            : null;
    }

    static ushort UInt16(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    readonly record struct Layout(bool IsLittle, int OffsetSize, int CountSize, int EntrySize)
    {
        /// <summary>An unsigned number of 2, 4 or 8 bytes; −1 when it is beyond any file.</summary>
        public long Number(ReadOnlySpan<byte> bytes, int size)
        {
            if (size == 2)
                return UInt16(bytes, IsLittle);
            if (size == 4)
                return IsLittle
                    ? BinaryPrimitives.ReadUInt32LittleEndian(bytes)
                    : BinaryPrimitives.ReadUInt32BigEndian(bytes);
            var value = IsLittle
                ? BinaryPrimitives.ReadUInt64LittleEndian(bytes)
                : BinaryPrimitives.ReadUInt64BigEndian(bytes);
            return value <= long.MaxValue ? (long)value : -1;
        }

        public long Read(Stream file, int size)
        {
            Span<byte> bytes = stackalloc byte[8];
            return file.ReadAtLeast(bytes[..size], size, throwOnEndOfStream: false) < size ? -1 : Number(bytes, size);
        }
    }
}
