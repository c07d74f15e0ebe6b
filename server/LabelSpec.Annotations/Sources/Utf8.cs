namespace LabelSpec.Annotations.Sources;

/// <summary>Counting in UTF-8 text. Bytes that are no valid UTF-8 count by their lead byte, which is never off by much.</summary>
static class Utf8
{
    public static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// UTF-16 units of a text: one for each byte that is no continuation (10xxxxxx), one more for each lead of four bytes.
    /// </summary>
    public static long CountUtf16(ReadOnlySpan<byte> text)
    {
        long units = 0;
        // Plain ASCII, by far the commonest, in steps that the runtime vectorises.
        while (!text.IsEmpty)
        {
            var ascii = text.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
                return units + text.Length;
            units += ascii;
            text = text[ascii..];
            var other = text.IndexOfAnyInRange((byte)0, (byte)0x7F);
            var run = other < 0 ? text : text[..other];
            foreach (var b in run)
                units += ((b & 0xC0) != 0x80 ? 1 : 0) + (b >= 0xF0 ? 1 : 0);
            text = text[run.Length..];
        }
        return units;
    }

    /// <summary>Bytes of the character at an offset; 1 where the bytes are not valid.</summary>
    public static int LengthAt(SourceBytes bytes, long offset)
    {
        System.Text.Rune.DecodeFromUtf8(bytes.Slice(offset, 4), out _, out var length);
        return Math.Max(1, length);
    }
}
