using Microsoft.Win32.SafeHandles;

namespace LabelSpec.Annotations.Sources;

/// <summary>What tells cheaply whether a file is still the same.</summary>
/// <param name="Length">Its size; −1 where it has none, as a pipe.</param>
/// <param name="LastWriteTimeUtc">Time of the last change.</param>
readonly record struct FileStamp(long Length, DateTime LastWriteTimeUtc)
{
    public static FileStamp Of(SafeFileHandle file)
    {
        try
        {
            return new FileStamp(RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file));
        }
        catch (NotSupportedException)
        {
            return new FileStamp(-1, default);
        }
    }
}
