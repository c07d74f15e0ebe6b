using System.Collections.Immutable;
using System.Text;
using LabelSpec.Annotations.Sources;
using LabelSpec.Annotations.Writing;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Engine.Fixes;

/// <summary>
/// Writes a file anew with some edits made: into a file beside it, flushed to disk, then renamed over it. A crash, a full
/// disk or a cancellation leaves the old file as it was.
/// </summary>
static class FileRewriter
{
    const int CopySize = 1 << 20;

    /// <exception cref="IOException">The file cannot be written; it is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; it is as it was.</exception>
    public static void Rewrite(string path, SourceBytes bytes, ImmutableArray<FileEdit> edits, CancellationToken token)
    {
        // Renaming over a link would replace the link and leave the file it names unfixed.
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        var beside = Path.Combine(
            Path.GetDirectoryName(target)!,
            $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp"
        );
        try
        {
            using (var file = new NewFileStream(beside))
            {
                Write(bytes, edits, file, token);
                file.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
            File.Move(beside, target, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>Whether a file still holds these bytes, compared one by one: times and lengths can lie.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static bool IsStill(string path, SourceBytes bytes, CancellationToken token)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length != bytes.Length)
            return false;
        var buffer = new byte[CopySize];
        for (long at = 0; at < bytes.Length; )
        {
            token.ThrowIfCancellationRequested();
            var read = file.Read(buffer);
            if (read == 0 || !bytes.Slice(at, read).SequenceEqual(buffer.AsSpan(0, read)))
                return false;
            at += read;
        }

        return true;
    }

    /// <summary>Writes the bytes with the edits made; the edits are in order and lie apart.</summary>
    public static void Write(SourceBytes bytes, ImmutableArray<FileEdit> edits, Stream output, CancellationToken token)
    {
        long at = 0;
        foreach (var edit in edits)
        {
            Copy(bytes, at, edit.Start, output, token);
            output.Write(Encoding.UTF8.GetBytes(edit.Text));
            at = edit.End;
        }

        Copy(bytes, at, bytes.Length, output, token);
    }

    static void Copy(SourceBytes bytes, long start, long end, Stream output, CancellationToken token)
    {
        while (start < end)
        {
            token.ThrowIfCancellationRequested();
            var part = bytes.Slice(start, (int)Math.Min(CopySize, end - start));
            output.Write(part);
            start += part.Length;
        }
    }
}
