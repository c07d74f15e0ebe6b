using System.IO.MemoryMappedFiles;

namespace LabelSpec.Annotations.Model;

/// <summary>
/// Memory that is a temporary file, so that it counts as file cache and not as memory of the process. The file has no name any more
/// where the system allows that, and goes with the process. Unless released it lives as long: spans may point into it.
/// </summary>
sealed unsafe class TemporaryPages
{
    readonly MemoryMappedFile map;
    readonly MemoryMappedViewAccessor view;

    TemporaryPages(MemoryMappedFile map, MemoryMappedViewAccessor view)
    {
        (this.map, this.view) = (map, view);
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        Start = pointer + view.PointerOffset;
    }

    public byte* Start { get; }

    /// <summary>Null where there is no room on the disk, or no folder for temporary files.</summary>
    public static TemporaryPages? TryTake(long bytes)
    {
        try
        {
            var path = Path.Combine(Path.GetTempPath(), $"labelspec-{Guid.NewGuid():N}.columns");
            // The room is taken at once: pages of a file that the disk has no room for cannot be written to.
            var file = new FileStream(
                path,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.ReadWrite,
                    Share = FileShare.None,
                    BufferSize = 0,
                    Options = FileOptions.DeleteOnClose,
                    PreallocationSize = bytes,
                }
            );
            var map = MemoryMappedFile.CreateFromFile(
                file,
                mapName: null,
                bytes,
                MemoryMappedFileAccess.ReadWrite,
                HandleInheritability.None,
                leaveOpen: false
            );
            if (!OperatingSystem.IsWindows())
                File.Delete(path);
            return new TemporaryPages(map, map.CreateViewAccessor(0, bytes, MemoryMappedFileAccess.ReadWrite));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    public void Release()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        map.Dispose();
    }
}
