using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>
/// Reads the fields of an annotation object as nearly all files write them: fields of COCO instances and results, each once, with
/// values of the right type, about which there is nothing to report. The first that is not so is left to the general way, which
/// comes to the same wherever this one succeeds.
/// </summary>
static class CocoPlainFields
{
    /// <summary>Digits that a 64-bit integer always has room for.</summary>
    const int MostDigits = 18;

    /// <param name="cursor">Stands at the opening brace, and is left behind the last value that was read or the closing brace.</param>
    /// <param name="pool">Receives polygons; null to leave them where they are.</param>
    /// <param name="values">Receives the values.</param>
    /// <returns>Whether the object was read to its end.</returns>
    public static bool Read(ref JsonCursor cursor, RingPoolBuilder? pool, ref CocoAnnotation values)
    {
        var text = cursor.Text(values.Start, int.MaxValue);
        var read = 1;
        var isWhole = false;
        for (var at = 1; !isWhole; at++)
        {
            at = JsonBlanks.Pass(text, at);
            var field = FieldAt(text, ref at);
            if (field == CocoField.None || (values.Seen & field) != 0)
                break;
            at = JsonBlanks.Pass(text, at);
            if (!TryValue(text, ref at, field, pool, ref values))
                break;
            var end = at;
            at = JsonBlanks.Pass(text, at);
            if (at >= text.Length || text[at] is not ((byte)',' or (byte)'}'))
                break;
            values.Seen |= field;
            isWhole = text[at] == '}';
            read = isWhole ? at + 1 : end;
        }

        cursor.Position = values.Start + read;
        return isWhole;
    }

    /// <summary>A key and its colon.</summary>
    static CocoField FieldAt(ReadOnlySpan<byte> text, ref int at)
    {
        var rest = text[at..];
        if (rest.Length < 8)
            return CocoField.None;
        // The second letter tells the fields apart.
        var (field, length) = rest[2] switch
        {
            (byte)'d' when rest.StartsWith("\"id\":"u8) => (CocoField.Id, 5),
            (byte)'m' when rest.StartsWith("\"image_id\":"u8) => (CocoField.ImageId, 11),
            (byte)'a' when rest.StartsWith("\"category_id\":"u8) => (CocoField.CategoryId, 14),
            (byte)'b' when rest.StartsWith("\"bbox\":"u8) => (CocoField.Box, 7),
            (byte)'r' when rest.StartsWith("\"area\":"u8) => (CocoField.Area, 7),
            (byte)'c' when rest.StartsWith("\"score\":"u8) => (CocoField.Score, 8),
            (byte)'s' when rest.StartsWith("\"iscrowd\":"u8) => (CocoField.Crowd, 10),
            (byte)'e' when rest.StartsWith("\"segmentation\":"u8) => (CocoField.Segmentation, 15),
            _ => (CocoField.None, 0),
        };
        at += length;
        return field;
    }

    static bool TryValue(
        ReadOnlySpan<byte> text,
        ref int at,
        CocoField field,
        RingPoolBuilder? pool,
        ref CocoAnnotation values
    ) =>
        field switch
        {
            CocoField.Id => TryId(text, ref at, ref values.Id),
            CocoField.ImageId => TryId(text, ref at, ref values.ImageId),
            CocoField.CategoryId => TryId(text, ref at, ref values.CategoryId),
            CocoField.Area => TryNumber(text, ref at, ref values.Area),
            CocoField.Score => TryNumber(text, ref at, ref values.Score),
            CocoField.Crowd => TryCrowd(text, ref at, ref values),
            CocoField.Box => TryBox(text, ref at, ref values),
            _ => TrySegmentation(text, ref at, pool, ref values),
        };

    /// <summary>An integer without a sign; what ends it is for the caller to see.</summary>
    static bool TryId(ReadOnlySpan<byte> text, ref int at, ref RecordId id)
    {
        var start = at;
        long number = 0;
        while (at < text.Length && (uint)(text[at] - '0') is <= 9 and var digit)
        {
            number = 10 * number + digit;
            at++;
        }

        id = new RecordId(number);
        return at > start && at - start <= MostDigits;
    }

    static bool TryNumber(ReadOnlySpan<byte> text, ref int at, ref double number)
    {
        var rest = text[at..];
        if (
            rest is not [(byte)'-' or (>= (byte)'0' and <= (byte)'9'), ..]
            || !JsonNumber.TryParse(rest, out var read, out var length)
        )
            return false;
        number = read;
        at += length;
        return true;
    }

    static bool TryCrowd(ReadOnlySpan<byte> text, ref int at, ref CocoAnnotation values)
    {
        if (at >= text.Length || text[at] is not ((byte)'0' or (byte)'1'))
            return false;
        if (text[at++] == '1')
            values.Flags |= AnnotationFlags.Crowd;
        return true;
    }

    static bool TryBox(ReadOnlySpan<byte> text, ref int at, ref CocoAnnotation values)
    {
        if (at >= text.Length || text[at++] != '[')
            return false;
        double left = 0,
            top = 0,
            width = 0,
            height = 0;
        if (
            !TryItem(text, ref at, (byte)',', ref left)
            || !TryItem(text, ref at, (byte)',', ref top)
            || !TryItem(text, ref at, (byte)',', ref width)
            || !TryItem(text, ref at, (byte)']', ref height)
        )
            return false;
        values.Box = new Box(left, top, width, height);
        values.Flags |= AnnotationFlags.HasStoredBox;
        return true;
    }

    /// <summary>A number and what ends it.</summary>
    static bool TryItem(ReadOnlySpan<byte> text, ref int at, byte end, ref double number)
    {
        at = JsonBlanks.Pass(text, at);
        if (!TryNumber(text, ref at, ref number))
            return false;
        at = JsonBlanks.Pass(text, at);
        return at < text.Length && text[at++] == end;
    }

    /// <summary>Lists of numbers, packed or passed. Anything else may have to be reported.</summary>
    static bool TrySegmentation(ReadOnlySpan<byte> text, ref int at, RingPoolBuilder? pool, ref CocoAnnotation values)
    {
        values.Segmentation = at;
        var rest = text[at..];
        int length;
        if (pool is not null)
        {
            if (!CocoRings.TryRead(rest, pool, out length, out values.Rings))
                return false;
        }
        else
        {
            var inner = JsonBlanks.Pass(rest, 1);
            if (rest is not [(byte)'[', ..] || inner >= rest.Length || rest[inner] != '[')
                return false;
            var passed = new JsonCursor(rest);
            if (!passed.TrySkipPlainNumbers())
                return false;
            length = passed.Position;
        }

        values.Flags |= AnnotationFlags.HasPolygon;
        at += length;
        return true;
    }
}
