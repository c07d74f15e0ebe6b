using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Xml;

/// <summary>Loads XML files and reports what is wrong with them as XML.</summary>
static class XmlSource
{
    /// <summary>Offsets in XML files are 32-bit.</summary>
    public const long LargestFile = SourceBytes.LargestArray;

    /// <summary>Declarations are looked for in so many bytes.</summary>
    const int LongestProlog = 64 << 10;

    /// <summary>False, with the reason reported, when there is nothing to scan.</summary>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static bool TryLoad(
        SourceFile source,
        int file,
        ProblemLog problems,
        CancellationToken cancellation,
        out ReadOnlySpan<byte> text,
        ReadBuffer? buffer = null
    )
    {
        text = default;
        if (!SourceCheck.TryLoad(source, file, problems, cancellation, out var bytes, buffer: buffer))
            return false;
        var whole = new SourceSpan(file, 0, 0);
        if (bytes.Length > LargestFile)
        {
            var message = $"The file has {bytes.Length >> 20} MB; at most {LargestFile >> 20} are read. Split it.";
            problems.Report(XmlProblems.TooLarge, whole, message);
            return false;
        }

        text = bytes.From(0);
        if (!System.Text.Unicode.Utf8.IsValid(text))
            ReportEncoding(text, file, problems);
        if (text[..Math.Min(text.Length, LongestProlog)].IndexOf("<!ENTITY"u8) is >= 0 and var entity)
            problems.Report(
                XmlProblems.Entities,
                new(file, entity, "<!ENTITY".Length),
                "The file declares entities, which are never resolved: where one is used, its name is read as it stands. "
                    + "Write the texts themselves."
            );
        return true;
    }

    public static void ReportErrors(in XmlScanner scanner, int file, ProblemLog problems)
    {
        foreach (var error in scanner.Errors)
        {
            var kind = error.Kind switch
            {
                XmlErrorKind.Truncated => XmlProblems.Truncated,
                XmlErrorKind.WrongEndTag => XmlProblems.WrongEndTag,
                XmlErrorKind.TooDeep => XmlProblems.TooDeep,
                _ => XmlProblems.Syntax,
            };
            problems.Report(kind, new(file, error.Start, error.Length), error.Message);
        }
    }

    // Markup is ASCII in every encoding that ends up here, so that only names and texts suffer.
    static void ReportEncoding(ReadOnlySpan<byte> text, int file, ProblemLog problems)
    {
        var declaration = text[..Math.Min(text.Length, 200)];
        var end = declaration.IndexOf("?>"u8);
        var at = end < 0 ? -1 : declaration[..end].IndexOf("encoding"u8);
        var span = at < 0 ? new SourceSpan(file, 0, 0) : new SourceSpan(file, at, end - at);
        problems.Report(
            XmlProblems.Encoding,
            span,
            "The text is not UTF-8, so that names with other than ASCII letters are damaged; save the file as UTF-8."
        );
    }
}
