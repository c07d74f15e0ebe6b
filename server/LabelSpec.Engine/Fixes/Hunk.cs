using System.Collections.Immutable;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Engine.Fixes;

/// <summary>Whole lines from <c>Start</c> to <c>End</c> (byte offsets) around edits whose contexts meet.</summary>
readonly record struct Hunk(int Start, int End, int NextEdit)
{
    public static Hunk Starting(ReadOnlySpan<byte> text, ImmutableArray<FileEdit> edits, int first, int context)
    {
        var start = LinesBack(text, (int)edits[first].Start, context);
        var end = LinesAhead(text, (int)edits[first].End, context);
        var next = first + 1;
        while (next < edits.Length && LinesBack(text, (int)edits[next].Start, context) <= end)
        {
            end = LinesAhead(text, (int)edits[next].End, context);
            next++;
        }

        return new(start, end, next);
    }

    public int LongestLine(ReadOnlySpan<byte> text)
    {
        var longest = 0;
        for (var rest = text[Start..End]; !rest.IsEmpty; )
        {
            var length = rest.IndexOf((byte)'\n') + 1;
            if (length == 0)
                length = rest.Length;
            longest = Math.Max(longest, length);
            rest = rest[length..];
        }

        return longest;
    }

    static int LinesBack(ReadOnlySpan<byte> text, int at, int lines)
    {
        at = text[..at].LastIndexOf((byte)'\n') + 1;
        for (; lines > 0 && at > 0; lines--)
            at = text[..(at - 1)].LastIndexOf((byte)'\n') + 1;
        return at;
    }

    static int LinesAhead(ReadOnlySpan<byte> text, int at, int lines)
    {
        for (; lines >= 0 && at < text.Length; lines--)
        {
            var length = text[at..].IndexOf((byte)'\n') + 1;
            at = length == 0 ? text.Length : at + length;
        }

        return at;
    }
}
