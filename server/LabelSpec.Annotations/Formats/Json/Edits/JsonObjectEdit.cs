using System.Text;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Json.Edits;

/// <summary>Sets members of an object, in the way in which its other members are written.</summary>
static class JsonObjectEdit
{
    /// <summary>Adds a member behind the last one.</summary>
    /// <param name="text">Begins with the object.</param>
    /// <param name="span">Where the text stands in the file.</param>
    /// <param name="key">The key, not quoted.</param>
    /// <param name="value">The value as JSON.</param>
    public static ByteEdit Insert(ReadOnlySpan<byte> text, SourceSpan span, string key, string value)
    {
        var cursor = new JsonCursor(text);
        cursor.Enter('{');
        var afterBrace = cursor.Position;
        var (lastEnd, blanks, hasColonSpace, count) = (-1, "", true, 0);
        var isFirst = true;
        var before = afterBrace;
        while (cursor.NextKey(ref isFirst, out var name))
        {
            hasColonSpace = text[cursor.Position - 1] is (byte)' ';
            blanks = BlanksAt(text, count == 0 ? afterBrace : before + 1);
            if (!cursor.Skip())
                break;
            lastEnd = cursor.Position;
            count++;
            cursor.SkipSpace();
            before = cursor.Position;
        }
        var member = $"{JsonText.Quote(key)}:{(hasColonSpace ? " " : "")}{value}";
        if (lastEnd < 0)
            return new ByteEdit(span.File, span.Start + afterBrace, span.Start + afterBrace, member);
        // After a single member its blanks stand behind the brace; on one line a comma wants one.
        if (count == 1 && blanks.Length == 0 && hasColonSpace)
            blanks = " ";
        return new ByteEdit(span.File, span.Start + lastEnd, span.Start + lastEnd, $",{blanks}{member}");
    }

    /// <summary>The whole member that a value belongs to, from its key on.</summary>
    /// <param name="text">Begins with the object.</param>
    /// <param name="span">Where the text stands in the file.</param>
    /// <param name="name">The key.</param>
    public static SourceSpan MemberOf(ReadOnlySpan<byte> text, SourceSpan span, ReadOnlySpan<byte> name)
    {
        var cursor = new JsonCursor(text);
        cursor.Enter('{');
        var isFirst = true;
        var start = KeyStart(text, cursor.Position);
        while (cursor.NextKey(ref isFirst, out var key))
        {
            var isMeant = key.SequenceEqual(name);
            if (!cursor.Skip())
                break;
            if (isMeant)
                return new SourceSpan(span.File, span.Start + start, cursor.Position - start);
            cursor.SkipSpace();
            start = KeyStart(text, cursor.Position + 1);
        }
        return SourceSpan.None;
    }

    static int KeyStart(ReadOnlySpan<byte> text, int at) =>
        at >= text.Length ? at : at + Encoding.UTF8.GetByteCount(BlanksAt(text, at));

    static string BlanksAt(ReadOnlySpan<byte> text, int at)
    {
        var rest = text[Math.Min(at, text.Length)..];
        var length = rest.IndexOfAnyExcept(" \t\r\n"u8);
        return Encoding.UTF8.GetString(length < 0 ? rest : rest[..length]);
    }
}
