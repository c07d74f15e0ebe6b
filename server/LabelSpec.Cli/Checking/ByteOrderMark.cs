using System.Text;

namespace LabelSpec.Cli.Checking;

/// <summary>The mark that some editors write at the beginning of a UTF-8 file; texts that were read do not have it.</summary>
static class ByteOrderMark
{
    /// <summary>How many bytes of a file come before its text.</summary>
    public static int LengthIn(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> start = stackalloc byte[Encoding.UTF8.Preamble.Length];
            return
                file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
                && start.SequenceEqual(Encoding.UTF8.Preamble)
                ? start.Length
                : 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
