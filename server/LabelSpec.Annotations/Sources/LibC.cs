using System.Runtime.InteropServices;

namespace LabelSpec.Annotations.Sources;

/// <summary>The C library of Linux: what it has, and how files and folders are opened by their numbers.</summary>
static partial class LibC
{
    public const string Name = "libc";

    // The numbers are the same on all processors that .NET runs on.
    const int ReadOnly = 0;
    const int NonBlocking = 0x800;
    const int CloseOnExec = 0x80000;

    /// <summary>Whether this is Linux and its C library exports the function.</summary>
    public static bool Has(string function) =>
        OperatingSystem.IsLinux()
        && NativeLibrary.TryLoad(Name, typeof(LibC).Assembly, null, out var library)
        && NativeLibrary.TryGetExport(library, function, out _);

    /// <summary>The number of a file or folder that is opened for reading without waiting for anybody; negative where it cannot be.</summary>
    public static int Open(string path) => Open(path, ReadOnly | NonBlocking | CloseOnExec);

    public static void Close(int file) => _ = CloseNumber(file);

    [LibraryImport(Name, EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport(Name, EntryPoint = "close")]
    private static partial int CloseNumber(int file);
}
