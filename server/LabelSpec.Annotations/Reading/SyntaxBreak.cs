using System.Text.Json;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Reading;

/// <summary>
/// Where the text of a file that no format recognises stops being what it begins as: a quote that is missing in the first key hides
/// every format there is, and is what has to be mended.
/// </summary>
static class SyntaxBreak
{
    /// <summary>Formats are recognised by less.</summary>
    const int Longest = 16 << 20;

    static readonly JsonReaderOptions Forgiving = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowMultipleValues = true,
    };

    /// <returns>The language and the offset; null where nothing is broken, or the text is of neither language.</returns>
    public static (string Language, int Start)? Find(ReadOnlySpan<byte> text)
    {
        if (text.Length > Longest)
            return null;
        var start = text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var first = text[start..].IndexOfAnyExcept(" \t\r\n"u8);
        if (first < 0)
            return null;
        return text[start + first] switch
        {
            (byte)'{' or (byte)'[' when InJson(text[start..]) is >= 0 and var at => ("JSON", start + at),
            (byte)'<' when InXml(text) is >= 0 and var at => ("XML", at),
            _ => null,
        };
    }

    static int InJson(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: true, new JsonReaderState(Forgiving));
        try
        {
            while (reader.Read()) { }
        }
        catch (JsonException)
        {
            // Behind what was read whole, and behind the space there.
            var end = (int)Math.Min(reader.BytesConsumed, text.Length);
            var space = text[end..].IndexOfAnyExcept(" \t\r\n"u8);
            return space < 0 ? text.Length : end + space;
        }

        return -1;
    }

    static int InXml(ReadOnlySpan<byte> text)
    {
        var scanner = new XmlScanner(text);
        while (scanner.Read()) { }
        return scanner.Errors is [var error, ..] ? error.Start : -1;
    }
}
