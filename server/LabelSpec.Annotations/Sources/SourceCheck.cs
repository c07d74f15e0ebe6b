using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Sources;

/// <summary>What can be wrong with a file before its format matters. Every reader of a text format begins here.</summary>
public static class SourceCheck
{
    /// <summary>
    /// Loads a file and reports what is wrong with it as such. False when there is nothing that a format could read.
    /// </summary>
    /// <param name="text">The bytes, with a byte order mark if there is one.</param>
    /// <param name="mayBeEmpty">An empty file says something in this format.</param>
    /// <param name="buffer">Where a small file may be read into, by whoever is done with it before the next.</param>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static bool TryLoad(
        SourceFile file,
        int index,
        ProblemLog problems,
        CancellationToken cancellation,
        out SourceBytes text,
        bool mayBeEmpty = false,
        ReadBuffer? buffer = null
    )
    {
        var whole = new SourceSpan(index, 0, 0);
        try
        {
            text = file.Load(cancellation, buffer);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            text = SourceBytes.Empty;
            problems.Report(FileProblems.NotFound, whole, "The file does not exist any more.");
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            text = SourceBytes.Empty;
            problems.Report(FileProblems.Unreadable, whole, "The file may not be read: permission denied.");
            return false;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            text = SourceBytes.Empty;
            ReportUnreadable(index, e, problems);
            return false;
        }
        return IsPlainText(text, whole, problems, mayBeEmpty);
    }

    /// <summary>Reports that reading failed, at the beginning or while a file was read piece by piece.</summary>
    internal static void ReportUnreadable(int file, Exception e, ProblemLog problems) =>
        problems.Report(
            FileProblems.Unreadable,
            new SourceSpan(file, 0, 0),
            $"The file cannot be read: {e.Message.TrimEnd('.')}."
        );

    static bool IsPlainText(SourceBytes text, SourceSpan whole, ProblemLog problems, bool mayBeEmpty)
    {
        var head = text.Slice(0, 512);
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            problems.Report(FileProblems.WrongEncoding, whole, "The file is UTF-16; save it as UTF-8.");
            return false;
        }
        if (head.StartsWith(Utf8.ByteOrderMark))
        {
            problems.Report(
                FileProblems.ByteOrderMark,
                whole with
                {
                    Length = 3,
                },
                "The file begins with a byte order mark, which some readers refuse; save it as UTF-8 without one."
            );
            head = head[3..];
        }
        head = head.TrimStart(" \t\r\n"u8);
        if (head.IsEmpty && text.Length <= 512)
        {
            if (!mayBeEmpty)
                problems.Report(FileProblems.Empty, whole, "The file is empty.");
            return mayBeEmpty;
        }
        if (head.StartsWith("version https://git-lfs.github.com/"u8))
        {
            problems.Report(
                FileProblems.LfsPointer,
                whole,
                "This is a Git LFS pointer, not the file itself; run `git lfs pull` to fetch it."
            );
            return false;
        }
        if (StartsWithIgnoreCase(head, "<!doctype html"u8) || StartsWithIgnoreCase(head, "<html"u8))
        {
            problems.Report(
                FileProblems.WebPage,
                whole,
                "This is a web page, probably of a download that asked to log in; download the file again."
            );
            return false;
        }
        return true;
    }

    static bool StartsWithIgnoreCase(ReadOnlySpan<byte> text, ReadOnlySpan<byte> start) =>
        text.Length >= start.Length && System.Text.Ascii.EqualsIgnoreCase(text[..start.Length], start);
}
