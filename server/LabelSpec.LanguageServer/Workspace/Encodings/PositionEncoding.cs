using System.Text.Json;

namespace LabelSpec.LanguageServer.Workspace.Encodings;

/// <summary>What the characters of positions on the wire count. Within the server they are always UTF-16 units.</summary>
public sealed class PositionEncoding
{
    readonly Func<char, int> _units;
    readonly int _ofPair;

    PositionEncoding(string name, Func<char, int> units, int ofPair) => (Name, _units, _ofPair) = (name, units, ofPair);

    /// <summary>Bytes.</summary>
    public static PositionEncoding Utf8 { get; } =
        new(
            "utf-8",
            static unit =>
                unit < 0x80 ? 1
                : unit < 0x800 ? 2
                : 3,
            4
        );

    public static PositionEncoding Utf16 { get; } = new("utf-16", static _ => 1, 2);

    /// <summary>Code points.</summary>
    public static PositionEncoding Utf32 { get; } = new("utf-32", static _ => 1, 1);

    public string Name { get; }

    /// <summary>Whether nothing has to be translated.</summary>
    public bool IsNative => ReferenceEquals(this, Utf16);

    /// <summary>The first of the client's list that is known; the list is in the order of its preference. Without a list it is UTF-16.</summary>
    public static PositionEncoding For(ClientCapabilities client)
    {
        if (client.Find("general.positionEncodings") is { ValueKind: JsonValueKind.Array } wishes)
            foreach (var wish in wishes.EnumerateArray().Where(wish => wish.ValueKind == JsonValueKind.String))
            foreach (var encoding in (PositionEncoding[])[Utf8, Utf16, Utf32])
                if (wish.ValueEquals(encoding.Name))
                    return encoding;
        return Utf16;
    }

    /// <summary>The units of the character at an index; of a pair of surrogates all stand at the first.</summary>
    public int UnitsAt(ReadOnlySpan<char> text, int index)
    {
        var unit = text[index];
        if (!char.IsSurrogate(unit))
            return _units(unit);
        if (char.IsHighSurrogate(unit) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            return _ofPair;
        return char.IsLowSurrogate(unit) && index > 0 && char.IsHighSurrogate(text[index - 1]) ? 0 : _units(unit);
    }
}
