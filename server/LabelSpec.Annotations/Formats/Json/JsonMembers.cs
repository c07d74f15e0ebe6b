using System.Text;

namespace LabelSpec.Annotations.Formats.Json;

/// <summary>Finds a member of an object by walking over the others.</summary>
static class JsonMembers
{
    /// <summary>
    /// Moves a cursor that stands at an object to the value of a key, the last one when it is given twice, as readers take
    /// it. False when there is none.
    /// </summary>
    public static bool TryFind(ref JsonCursor cursor, ReadOnlySpan<byte> name)
    {
        var found = -1;
        if (cursor.Peek() == JsonKind.Object)
        {
            cursor.Enter('{');
            var isFirst = true;
            while (cursor.NextKey(ref isFirst, out var key))
            {
                if (key.SequenceEqual(name) || IsEscaped(key, name))
                    found = cursor.Position;
                if (!Pass(ref cursor))
                    break;
            }
        }
        if (found < 0)
            return false;
        cursor.Position = found;
        return true;
    }

    // Readers say what is wrong with an id such as 1e and go on; so what stands behind it must be found too.
    static bool Pass(ref JsonCursor cursor) =>
        cursor.Peek() == JsonKind.Number ? cursor.ReadRawNumber(out _) : cursor.Skip();

    static bool IsEscaped(ReadOnlySpan<byte> key, ReadOnlySpan<byte> name) =>
        key.Contains((byte)'\\') && Encoding.UTF8.GetBytes(JsonText.Unescape(key)).AsSpan().SequenceEqual(name);
}
