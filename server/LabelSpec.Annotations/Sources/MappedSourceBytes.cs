using System.IO.MemoryMappedFiles;

namespace LabelSpec.Annotations.Sources;

/// <summary>
/// A file above <see cref="SourceBytes.LargestArray"/>. The mapping lives as long as the process: spans point into it, and
/// unmapping under a span would be a crash. Truncation of the file by another process would be one too, which is why only
/// files that no reasonable machine holds twice are mapped.
/// </summary>
sealed unsafe class MappedSourceBytes : SourceBytes
{
    readonly byte* start;

    MappedSourceBytes(byte* start, long length)
    {
        this.start = start;
        Length = length;
    }

    public override long Length { get; }

    public static MappedSourceBytes Open(FileStream file)
    {
        var length = file.Length;
        var map = MemoryMappedFile.CreateFromFile(
            file,
            mapName: null,
            capacity: 0,
            MemoryMappedFileAccess.Read,
            HandleInheritability.None,
            leaveOpen: false
        );
        var view = map.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        return new MappedSourceBytes(pointer + view.PointerOffset, length);
    }

    protected override ReadOnlySpan<byte> SliceInside(long start, int length) => new(this.start + start, length);
}
