namespace LabelSpec.Annotations.Formats.Json;

/// <summary>
/// Finds places where an element of an array of objects probably begins, without knowing what came before.
/// </summary>
static class JsonBoundary
{
    /// <summary>White space around the comma that is looked at before a brace.</summary>
    public const int LookBack = 256;

    /// <summary>
    /// The index of the first <c>{</c> at or after <paramref name="from"/> that follows a <c>}</c> and a comma; −1 when
    /// there is none. It may lie inside a text or a nested array.
    /// </summary>
    public static int FindNextElement(ReadOnlySpan<byte> text, int from)
    {
        while (from < text.Length)
        {
            var brace = text[from..].IndexOf((byte)'{');
            if (brace < 0)
                return -1;
            var before = TrimEnd(text[..(from + brace)]);
            if (before is [.., (byte)','] && TrimEnd(before[..^1]) is [.., (byte)'}'])
                return from + brace;
            from += brace + 1;
        }
        return -1;
    }

    static ReadOnlySpan<byte> TrimEnd(ReadOnlySpan<byte> text)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            end--;
        return text[..end];
    }
}
