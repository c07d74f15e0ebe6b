using System.Buffers;
using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Formats.Json;

public ref partial struct JsonCursor
{
    /// <summary>What lists of coordinates consist of between brackets.</summary>
    static readonly SearchValues<byte> NumberListBytes = SearchValues.Create("0123456789+-.eE, \t\r\n"u8);

    static readonly SearchValues<byte> Structure = SearchValues.Create("[]{}\"'"u8);

    /// <summary>Passes one value of any kind.</summary>
    public bool Skip()
    {
        switch (Peek())
        {
            case JsonKind.Object:
            case JsonKind.Array:
                return SkipBrackets();
            case JsonKind.Text:
                return ReadRawText(out _, out _);
            case JsonKind.Number:
                return ReadNumber(out _);
            case JsonKind.None:
                return Fail();
            default:
                return ReadWord(out _);
        }
    }

    /// <summary>
    /// Passes an array of (arrays of) numbers, the bulk of every annotation file, about as fast as memory can be read.
    /// Anything else in it is passed too.
    /// </summary>
    public bool SkipNumbers()
    {
        SkipSpace();
        var start = at;
        var depth = 0;
        while (at < text.Length)
        {
            var step = text[at..].IndexOfAnyExcept(NumberListBytes);
            if (step < 0)
                break;
            at += step;
            switch (text[at])
            {
                case (byte)'[':
                    depth++;
                    at++;
                    break;
                case (byte)']' when depth > 0:
                    at++;
                    if (--depth == 0)
                        return true;
                    break;
                default:
                    if (depth > 0 && TryLiteral(text[at..], out _, out var length))
                    {
                        ReportLiteral(at, length);
                        at += length;
                        break;
                    }
                    // Objects, texts and words inside: the general way takes over.
                    at = start;
                    return Skip();
            }
        }
        at = text.Length;
        return Fail();
    }

    /// <summary>Passes an array of (arrays of) numbers; false, and it stays where it is, where anything else is in it.</summary>
    internal bool TrySkipPlainNumbers()
    {
        var depth = 0;
        for (var next = at; next < text.Length; next++)
        {
            var step = text[next..].IndexOfAnyExcept(NumberListBytes);
            if (step < 0)
                return false;
            next += step;
            if (text[next] == '[')
                depth++;
            else if (text[next] != ']' || depth == 0)
                return false;
            else if (--depth == 0)
            {
                at = next + 1;
                return true;
            }
        }
        return false;
    }

    bool SkipBrackets()
    {
        var start = at;
        var depth = 0;
        var deepest = 0;
        while (at < text.Length)
        {
            var step = text[at..].IndexOfAny(Structure);
            if (step < 0)
                break;
            at += step;
            switch (text[at])
            {
                case (byte)'[' or (byte)'{':
                    at++;
                    deepest = Math.Max(deepest, ++depth);
                    break;
                case (byte)']' or (byte)'}':
                    at++;
                    if (--depth > 0)
                        break;
                    WasTooDeep = deepest > DeepestNesting;
                    if (WasTooDeep)
                        ReportDepth(start, deepest);
                    return true;
                default:
                    if (!ReadRawText(out _, out _))
                        return false;
                    break;
            }
        }
        at = text.Length;
        return Fail();
    }

    readonly void ReportDepth(int start, int depth) =>
        Report(
            JsonProblems.TooDeep,
            Span(start, 1),
            $"This value is nested {depth} levels deep; no annotation format needs more than {DeepestNesting}, and it is "
                + "skipped."
        );
}
