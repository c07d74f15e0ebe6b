using System.Text;

namespace LabelSpec.Annotations.Sources;

/// <summary>XML may be UTF-16 with a byte order mark (XML 1.0, section 4.3.3); everything here works on UTF-8.</summary>
static class Utf16Xml
{
    /// <summary>Whether the first bytes are the byte order mark of UTF-16.</summary>
    public static bool IsMarked(ReadOnlySpan<byte> head) => head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    /// <summary>The text as UTF-8; false for bytes that are no XML in UTF-16.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, out byte[] utf8)
    {
        utf8 = [];
        Encoding? encoding = bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        if (encoding is null || !encoding.GetString(bytes[2..Math.Min(bytes.Length, 258)]).TrimStart().StartsWith('<'))
            return false;
        utf8 = Encoding.UTF8.GetBytes(encoding.GetString(bytes[2..]));
        return true;
    }
}
