using System.Runtime.CompilerServices;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Json;

/// <summary>
/// A forward walk over JSON text that takes what people and their scripts really write: <c>NaN</c> and <c>Infinity</c>,
/// comments, single quotes, Python's <c>True</c> and <c>None</c>, a comma too many. Each is reported once for a file and
/// read on. It never recurses and never throws; what it cannot read sets <see cref="Fault"/> and stays where it is.
/// </summary>
/// <remarks>
/// Values that nobody wants are skipped by their brackets alone, so that their inside is not checked. That is what makes
/// it fast: most of an annotation file is coordinates.
/// </remarks>
public ref partial struct JsonCursor
{
    /// <summary>Nesting that no annotation format comes near; deeper values are reported and skipped.</summary>
    public const int DeepestNesting = 64;

    readonly ReadOnlySpan<byte> text;
    readonly ProblemLog? problems;
    readonly int file;
    readonly long origin;
    int at;
    int keyStart;
    int keyEnd;

    /// <param name="text">Text that begins at <paramref name="origin"/> of the file.</param>
    /// <param name="origin">Offset in the file.</param>
    /// <param name="file">Index of the file, for problems.</param>
    /// <param name="problems">Receives remarks; null to read silently.</param>
    public JsonCursor(ReadOnlySpan<byte> text, long origin = 0, int file = 0, ProblemLog? problems = null)
    {
        this.text = text;
        this.origin = origin;
        this.file = file;
        this.problems = problems;
    }

    public JsonFault Fault { get; private set; }

    /// <summary>The array or object that was passed over last was nested too deeply, and that has been reported.</summary>
    public bool WasTooDeep { get; private set; }

    /// <summary>Offset in the file.</summary>
    public readonly long Offset => origin + at;

    /// <summary>Index in the text. Setting it forgets a fault.</summary>
    public int Position
    {
        readonly get => at;
        set
        {
            at = value;
            Fault = JsonFault.None;
        }
    }

    public readonly bool IsAtEnd => at >= text.Length;

    /// <summary>Where the text ends in the file.</summary>
    internal readonly long End => origin + text.Length;

    public readonly int File => file;

    /// <summary>A range of the text as a place in the file.</summary>
    public readonly SourceSpan Span(int start, int length) => new(file, origin + start, length);

    /// <summary>The key that was read last, with its quotes.</summary>
    public readonly SourceSpan KeySpan => new(file, origin + keyStart, keyEnd - keyStart);

    /// <summary>From an index to the cursor.</summary>
    public readonly SourceSpan SpanFrom(int start) => new(file, origin + start, at - start);

    /// <summary>The text from an index to the cursor.</summary>
    public readonly ReadOnlySpan<byte> TextFrom(int start) => text[start..at];

    /// <summary>The text from an index on, at most so many bytes.</summary>
    public readonly ReadOnlySpan<byte> Text(int start, int length) =>
        start >= text.Length ? [] : text.Slice(start, Math.Min(length, text.Length - start));

    public readonly void Report(ProblemKind kind, SourceSpan span, string message, string? correction = null) =>
        problems?.Report(kind, span, message, correction);

    /// <summary>Skips white space and comments, and tells what kind of value stands there.</summary>
    public JsonKind Peek()
    {
        SkipSpace();
        if (at >= text.Length)
            return JsonKind.None;
        return text[at] switch
        {
            (byte)'{' => JsonKind.Object,
            (byte)'[' => JsonKind.Array,
            (byte)'"' or (byte)'\'' => JsonKind.Text,
            (byte)'-' or (byte)'+' or (byte)'.' or (>= (byte)'0' and <= (byte)'9') or (byte)'I' => JsonKind.Number,
            (byte)'N' => text[at..].StartsWith("None"u8) ? JsonKind.Null : JsonKind.Number,
            (byte)'n' => text[at..].StartsWith("nan"u8) ? JsonKind.Number : JsonKind.Null,
            (byte)'i' => JsonKind.Number,
            (byte)'t' or (byte)'T' => JsonKind.True,
            (byte)'f' or (byte)'F' => JsonKind.False,
            _ => JsonKind.None,
        };
    }

    /// <summary>Enters an object or array. False, with a fault, when there is none.</summary>
    public bool Enter(char bracket)
    {
        SkipSpace();
        if (at < text.Length && text[at] == bracket)
        {
            at++;
            return true;
        }
        return Fail();
    }

    /// <summary>
    /// Goes to the next member of an object: reads its key and colon. False at the closing bracket (which is passed) and on
    /// a fault.
    /// </summary>
    public bool NextKey(ref bool isFirst, out ReadOnlySpan<byte> key)
    {
        key = default;
        return NextMember(ref isFirst) && ReadKey(out key);
    }

    /// <summary>Goes to the key of the next member of an object. False at the closing bracket (which is passed) and on a fault.</summary>
    internal bool NextMember(ref bool isFirst) => NextItem((byte)'}', ref isFirst);

    /// <summary>Reads a key and its colon; false on a fault.</summary>
    internal bool ReadKey(out ReadOnlySpan<byte> key)
    {
        keyStart = at;
        if (!ReadRawText(out key, out _))
            return false;
        keyEnd = at;
        SkipSpace();
        if (at >= text.Length || text[at] != ':')
            return Fail();
        at++;
        SkipSpace();
        return true;
    }

    /// <summary>Goes to the next element of an array. False at the closing bracket (which is passed) and on a fault.</summary>
    public bool NextElement(ref bool isFirst) => NextItem((byte)']', ref isFirst);

    /// <summary>Passes white space and comments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SkipSpace()
    {
        // Between tokens there is mostly nothing or one blank.
        if (at < text.Length && text[at] == ' ')
            at++;
        if (at < text.Length && (text[at] <= ' ' || text[at] is (byte)'/' or (byte)'#'))
            SkipMoreSpace();
    }

    void SkipMoreSpace()
    {
        while (at < text.Length)
        {
            var b = text[at];
            if (b > ' ')
            {
                if ((b != '/' && b != '#') || !SkipComment())
                    return;
                continue;
            }
            if (b is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
                return;
            at++;
            // Indented files have long runs of blanks.
            if (at < text.Length && text[at] == ' ')
            {
                var run = text[at..].IndexOfAnyExcept((byte)' ');
                at = run < 0 ? text.Length : at + run;
            }
        }
    }

    bool NextItem(byte closing, ref bool isFirst)
    {
        SkipSpace();
        if (at >= text.Length)
            return Fail();
        var b = text[at];
        if (b == closing)
        {
            at++;
            return false;
        }
        if (isFirst)
        {
            isFirst = false;
            return true;
        }
        if (b != ',')
            return Fail();
        var comma = at++;
        SkipSpace();
        if (at >= text.Length)
            return Fail();
        if (text[at] != closing)
            return true;
        Report(
            JsonProblems.TrailingComma,
            Span(comma, 1),
            "A comma stands before a closing bracket, which JSON does not allow; remove it.",
            ""
        );
        at++;
        return false;
    }

    bool SkipComment()
    {
        var rest = text[at..];
        int length;
        if (rest.StartsWith("//"u8) || rest[0] == '#')
            length = rest.IndexOfAny((byte)'\n', (byte)'\r');
        else if (rest.StartsWith("/*"u8))
            length = rest[2..].IndexOf("*/"u8) is var end and >= 0 ? end + 4 : -1;
        else
            return false;
        if (length < 0)
            length = rest.Length;
        Report(
            JsonProblems.Comment,
            Span(at, Math.Min(length, 200)),
            "Comments are not part of JSON, and most readers refuse the file; remove them."
        );
        at += length;
        return true;
    }

    bool Fail()
    {
        Fault = at >= text.Length ? JsonFault.Truncated : JsonFault.Syntax;
        return false;
    }
}
