using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats;

/// <summary>How bytes of a file write a name: as a JSON text, a quoted or plain scalar, or a text of XML.</summary>
static class WrittenName
{
    static readonly JavaScriptEncoder Readable = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    static readonly SearchValues<char> Marks = SearchValues.Create(",;:#\"'\t\n\r{}[]&*!|>%@`");

    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4 };

    /// <summary>The bytes that write <paramref name="to"/> as <paramref name="raw"/> writes <paramref name="from"/>; null where it does not.</summary>
    /// <param name="raw">The value as it stands in the file, with its quotes.</param>
    /// <param name="isXml">Whether the file is XML.</param>
    /// <param name="takesBlanks">Whether a plain name may have blanks in it: in lists it may, in rows of columns it may not.</param>
    public static string? Rewrite(ReadOnlySpan<byte> raw, bool isXml, string from, string to, bool takesBlanks = false)
    {
        if (isXml)
            return XmlText.Decode(XmlText.Trim(raw), new TextPool()) == from ? XmlText.Escape(to) : null;
        switch (raw)
        {
            case [(byte)'"', ..]:
                return TextOf(raw) == from ? $"\"{JsonEncodedText.Encode(to, Readable)}\"" : null;
            case [(byte)'\'', .. var inner, (byte)'\'']:
                return Encoding.UTF8.GetString(inner).Replace("''", "'", StringComparison.Ordinal) == from
                    ? $"'{to.Replace("'", "''", StringComparison.Ordinal)}'"
                    : null;
            default:
                return Encoding.UTF8.GetString(raw).Trim() == from && IsPlain(to, takesBlanks) ? to : null;
        }
    }

    /// <summary>Whether a text can stand without quotes in rows and in YAML.</summary>
    static bool IsPlain(string text, bool takesBlanks) =>
        text.Length > 0
        && text.Trim().Length == text.Length
        && !text.AsSpan().ContainsAny(Marks)
        && (takesBlanks || !text.Contains(' ', StringComparison.Ordinal))
        && !double.TryParse(text, out _);

    static string? TextOf(ReadOnlySpan<byte> raw)
    {
        try
        {
            using var document = JsonDocument.Parse(raw.ToArray(), Strict);
            return document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
