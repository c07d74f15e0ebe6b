using System.Globalization;
using System.Text;

namespace LabelSpec.Quality.Comparison;

/// <summary>A text within a JSON file that is JSON itself, such as CVAT's filters: decoded, with the place of each byte.</summary>
static class EscapedText
{
    /// <param name="json">What stands between the quotes, which has been read as a text before.</param>
    /// <param name="start">Offset of its first byte in the file.</param>
    /// <returns>The text, and for each byte its offset in the file, for the end too.</returns>
    public static (byte[] Utf8, int[] Places) Decode(ReadOnlySpan<byte> json, int start)
    {
        var utf8 = new List<byte>(json.Length);
        var places = new List<int>(json.Length + 1);
        for (var i = 0; i < json.Length; )
        {
            var (length, text) = json[i] == '\\' ? Escape(json[i..]) : (1, null);
            ReadOnlySpan<byte> bytes = text is null ? json.Slice(i, 1) : Encoding.UTF8.GetBytes(text);
            foreach (var each in bytes)
            {
                utf8.Add(each);
                places.Add(start + i);
            }

            i += length;
        }

        places.Add(start + json.Length);
        return ([.. utf8], [.. places]);
    }

    static (int Length, string Text) Escape(ReadOnlySpan<byte> json)
    {
        if (json[1] != 'u')
            return (
                2,
                (char)json[1] switch
                {
                    'n' => "\n",
                    't' => "\t",
                    'r' => "\r",
                    'b' => "\b",
                    'f' => "\f",
                    var itself => itself.ToString(),
                }
            );
        var first = Unit(json);
        // Two escapes can be one character.
        return char.IsHighSurrogate(first) && json.Length >= 12
            ? (12, new string([first, Unit(json[6..])]))
            : (6, first.ToString());
    }

    static char Unit(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
