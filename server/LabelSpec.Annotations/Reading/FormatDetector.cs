using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Reading;

/// <summary>Shows the first bytes of a file to every format and takes the surest.</summary>
static class FormatDetector
{
    /// <summary>
    /// Endings that say nothing about the content but that detectors ask for, so that folders are not searched for what is no label
    /// file. A file that the user names is one, whatever it is called: a pipe of the shell is called <c>63</c>.
    /// </summary>
    static readonly string[] PlainEndings = [".txt", ".csv", ".jsonl"];

    /// <param name="file">What to look at.</param>
    /// <param name="formats">The formats that it may be of.</param>
    /// <param name="unreadable">Why it cannot be read; null for a file that can, and for one that is not there.</param>
    /// <returns>The format, or null for a file that no format claims or that cannot be read.</returns>
    public static IAnnotationFormat? Detect(
        FoundFile file,
        ImmutableArray<IAnnotationFormat> formats,
        out string? unreadable
    )
    {
        unreadable = null;
        if (file.Text is { Bytes: var bytes })
            return DetectEdited(file, bytes, formats);
        try
        {
            if (file.Entry is { } entry)
            {
                var first = entry.Read(FormatProbe.HeadSize, out var size);
                return Detect(file, first, size, formats, out unreadable);
            }
            if (!file.IsNamed && new FileInfo(file.Path).Length == 0)
                return Detect(file, [], 0, formats, out unreadable);
            using var stream = SourceLoader.OpenPlain(file.Path, out var length);
            var head = new byte[(int)Math.Min(FormatProbe.HeadSize, length)];
            var count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            return Detect(file, head.AsSpan(0, count), length, formats, out unreadable);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // A link to nowhere, or a file that has just been deleted.
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            unreadable = "permission denied";
            return null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            unreadable = e.Message.TrimEnd('.');
            return null;
        }
    }

    static IAnnotationFormat? DetectEdited(FoundFile file, SourceBytes text, ImmutableArray<IAnnotationFormat> formats)
    {
        var head = text.Slice(0, FormatProbe.HeadSize + Utf8.ByteOrderMark.Length);
        if (file.Memory is not { } memory || text.Length == head.Length)
            return Detect(file, head, text.Length, formats, out _);
        if (memory.Format is { } known && known.Holds(file.Path, head, formats))
            return known.Format;
        var format = Detect(file, head, text.Length, formats, out _);
        memory.Format = new DetectedFormat(file.Path, head.ToArray(), formats, format);
        return format;
    }

    static IAnnotationFormat? Detect(
        FoundFile file,
        ReadOnlySpan<byte> head,
        long length,
        ImmutableArray<IAnnotationFormat> formats,
        out string? undecided
    )
    {
        if (Utf16Xml.TryDecode(head, out var decoded))
        {
            length = head.Length >= length ? decoded.Length : length;
            head = decoded;
        }
        if (head.StartsWith(Utf8.ByteOrderMark))
        {
            head = head[3..];
            length -= 3;
        }
        head = head[..Math.Min(head.Length, FormatProbe.HeadSize)];
        var found = Surest(new FormatProbe(file.Path, head, length, formats.Length == 1), formats, out undecided);
        if (found is not null || !file.IsNamed || length == 0)
            return found;
        foreach (var ending in PlainEndings)
            if (Surest(new FormatProbe(file.Path + ending, head, length), formats, out _) is { } plain)
            {
                undecided = null;
                return plain;
            }

        return null;
    }

    static IAnnotationFormat? Surest(
        FormatProbe probe,
        ImmutableArray<IAnnotationFormat> formats,
        out string? undecided
    )
    {
        IAnnotationFormat? best = null;
        undecided = null;
        var confidence = 0.0;
        foreach (var format in formats)
        {
            var match = format.Detect(probe);
            if (match.Confidence > confidence)
                (best, confidence) = (format, match.Confidence);
            else if (!match.IsMatch && match.Reason is not null)
                undecided ??= match.Reason;
        }
        if (best is not null)
            undecided = null;
        return best;
    }
}
