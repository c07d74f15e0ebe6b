using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Lists of coordinates.</summary>
static class CocoCoordinates
{
    /// <summary>Reads one list of numbers as a ring. What is no number keeps its place as NaN, so that the rest is read.</summary>
    public static bool ReadRing(ref JsonCursor cursor, PolygonBuffer buffer)
    {
        if (cursor.Peek() != JsonKind.Array)
            return false;
        cursor.Enter('[');
        buffer.BeginPart();
        cursor.Position += ReadPlain(cursor.Text(cursor.Position, int.MaxValue), buffer);
        var isFirst = true;
        while (cursor.NextElement(ref isFirst))
        {
            if (!ReadNumber(ref cursor, out var number))
                return false;
            buffer.Add(number);
        }
        return cursor.Fault == JsonFault.None;
    }

    static bool ReadNumber(ref JsonCursor cursor, out double number)
    {
        number = double.NaN;
        return cursor.Peek() == JsonKind.Number ? cursor.ReadNumber(out number) : cursor.Skip();
    }

    /// <summary>
    /// Reads numbers with a comma and at most one blank between them, as nearly all files have them, up to the last but
    /// one; the general way reads the rest and whatever is unusual.
    /// </summary>
    /// <returns>Bytes read, up to behind a comma.</returns>
    static int ReadPlain(ReadOnlySpan<byte> text, PolygonBuffer buffer)
    {
        var at = 0;
        while (true)
        {
            var number = at;
            if (number < text.Length && text[number] == ' ')
                number++;
            if (!JsonNumber.TryParse(text[number..], out var value, out var length))
                return at;
            number += length;
            if (number >= text.Length || text[number] != ',')
                return at;
            buffer.Add(value);
            at = number + 1;
        }
    }

    public static bool ReadKeypoints(ref JsonCursor cursor, KeypointBuffer buffer)
    {
        if (cursor.Peek() != JsonKind.Array)
            return false;
        cursor.Enter('[');
        Span<double> three = stackalloc double[3];
        var count = 0;
        var isFirst = true;
        while (cursor.NextElement(ref isFirst) && ReadNumber(ref cursor, out three[count]))
        {
            if (++count < 3)
                continue;
            buffer.Add(new Keypoint(three[0], three[1], three[2]));
            count = 0;
        }
        buffer.Remainder = count;
        return buffer.Count > 0 || count > 0;
    }
}
