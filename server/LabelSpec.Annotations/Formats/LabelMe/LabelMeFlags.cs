using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;

namespace LabelSpec.Annotations.Formats.LabelMe;

/// <summary>Flags: an object of names and truth values, of an image or a shape.</summary>
static class LabelMeFlags
{
    /// <summary>Collects the members that are truth values. False on a fault of the JSON.</summary>
    public static bool Read(ref JsonCursor cursor, TextPool texts, List<(string Name, bool Value)> flags)
    {
        var isFirst = true;
        if (!cursor.Enter('{'))
            return false;
        while (cursor.NextKey(ref isFirst, out var key))
        {
            var name = key.Contains((byte)'\\') ? JsonText.Unescape(key) : texts.Get(key);
            var kind = cursor.Peek();
            if (kind is not (JsonKind.True or JsonKind.False))
            {
                if (!cursor.Skip())
                    return false;
                continue;
            }

            if (!cursor.ReadWord(out _))
                return false;
            flags.Add((name, kind == JsonKind.True));
        }

        return cursor.Fault == JsonFault.None;
    }
}
