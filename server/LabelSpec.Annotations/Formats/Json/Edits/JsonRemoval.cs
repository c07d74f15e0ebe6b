using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Json.Edits;

/// <summary>Takes elements out of arrays, or members out of objects, with the commas and blanks that go with them.</summary>
static class JsonRemoval
{
    /// <summary>Bytes that are looked at once.</summary>
    const int Window = 64;

    /// <summary>
    /// One edit for each run of neighbours: what follows a run moves to its place; at the end of the array the comma before
    /// the run goes too.
    /// </summary>
    /// <param name="bytes">The file.</param>
    /// <param name="elements">Whole elements of that file, in order of offset, none twice.</param>
    public static IEnumerable<ByteEdit> Edits(SourceBytes bytes, IReadOnlyList<SourceSpan> elements)
    {
        for (var i = 0; i < elements.Count; )
        {
            var (first, last) = (elements[i++], elements[i - 1]);
            var next = NextElement(bytes, last.End);
            while (i < elements.Count && next == elements[i].Start)
            {
                last = elements[i++];
                next = NextElement(bytes, last.End);
            }
            yield return Edit(bytes, first, last.End, next);
        }
    }

    static ByteEdit Edit(SourceBytes bytes, SourceSpan first, long end, long next)
    {
        if (next >= 0)
            return new ByteEdit(first.File, first.Start, next, "");
        var before = SkipBack(bytes, first.Start);
        return bytes.Slice(before - 1, 1) is [(byte)',']
            ? new ByteEdit(first.File, before - 1, end, "")
            : new ByteEdit(first.File, first.Start, end, "");
    }

    /// <summary>Where the element behind a comma begins; −1 when there is no comma, or nothing behind it.</summary>
    static long NextElement(SourceBytes bytes, long end)
    {
        // Of a file that lies on disk each look is a read: nearly always one look tells all.
        var near = bytes.Slice(end, Window);
        var comma = near.IndexOfAnyExcept(" \t\r\n"u8);
        if (comma >= 0 && near[comma] != ',')
            return -1;
        if (comma >= 0 && near[(comma + 1)..].IndexOfAnyExcept(" \t\r\n"u8) is >= 0 and var next)
            return near[comma + 1 + next] is (byte)']' or (byte)'}' ? -1 : end + comma + 1 + next;

        var at = SkipAhead(bytes, end);
        if (bytes.Slice(at, 1) is not [(byte)','])
            return -1;
        at = SkipAhead(bytes, at + 1);
        return bytes.Slice(at, 1) is [(byte)']' or (byte)'}'] ? -1 : at;
    }

    static long SkipAhead(SourceBytes bytes, long at)
    {
        while (true)
        {
            var text = bytes.Slice(at, Window);
            var other = text.IndexOfAnyExcept(" \t\r\n"u8);
            if (other >= 0)
                return at + other;
            at += text.Length;
            if (text.IsEmpty)
                return at;
        }
    }

    /// <summary>The offset behind the last byte before a place that is no blank.</summary>
    static long SkipBack(SourceBytes bytes, long at)
    {
        while (bytes.Slice(at - 1, 1) is [(byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'])
            at--;
        return at;
    }
}
