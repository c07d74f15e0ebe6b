using System.Runtime.InteropServices;

namespace LabelSpec.Annotations.Sources;

/// <summary>
/// Asks Linux to back a big, still untouched array with pages of 2 MB: filling half a gigabyte then costs hundreds of page
/// faults instead of a hundred thousand. Only ever a hint.
/// </summary>
static unsafe partial class HugePages
{
    const nuint PageSize = 2 << 20;
    const int AdviseHugePage = 14;

    public static void Advise(byte[] bytes)
    {
        if (!OperatingSystem.IsLinux() || bytes.Length < 8 * (int)PageSize)
            return;
        fixed (byte* start = bytes)
        {
            var first = ((nuint)start + PageSize - 1) & ~(PageSize - 1);
            var end = ((nuint)start + (nuint)bytes.Length) & ~(PageSize - 1);
            _ = MAdvise(first, end - first, AdviseHugePage);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int MAdvise(nuint start, nuint length, int advice);
}
