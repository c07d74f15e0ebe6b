using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>
/// Values of known fields. A value of the wrong type is reported and passed; each method returns false only on a fault of
/// the JSON itself.
/// </summary>
static class CocoFields
{
    public static bool ReadNumber(ref JsonCursor cursor, string field, ref double value)
    {
        var start = cursor.Position;
        switch (cursor.Peek())
        {
            case JsonKind.Number:
                return cursor.ReadNumber(out value);
            case JsonKind.Null:
                return cursor.ReadWord(out _);
            default:
                return Refuse(ref cursor, start, field, "a number");
        }
    }

    /// <summary>A count or a size; fractions are reported, negative numbers are kept for checks to judge.</summary>
    public static bool ReadInteger(ref JsonCursor cursor, string field, ref int value)
    {
        var start = cursor.Position;
        switch (cursor.Peek())
        {
            case JsonKind.Number:
                if (!cursor.ReadNumber(out var number))
                    return false;
                if (number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue)
                    value = (int)number;
                else
                    ReportType(cursor, start, field, "a whole number");
                return true;
            case JsonKind.Null:
                return cursor.ReadWord(out _);
            default:
                return Refuse(ref cursor, start, field, "a whole number");
        }
    }

    public static bool ReadText(ref JsonCursor cursor, TextPool? texts, string field, ref string? value)
    {
        var start = cursor.Position;
        switch (cursor.Peek())
        {
            case JsonKind.Text:
                var read = JsonText.Read(ref cursor, texts, out var text);
                value = text;
                return read;
            case JsonKind.Null:
                return cursor.ReadWord(out _);
            default:
                return Refuse(ref cursor, start, field, "a text");
        }
    }

    /// <summary>A flag as COCO writes it (0 or 1) or as others do (true or false).</summary>
    public static bool ReadFlag(ref JsonCursor cursor, string field, out bool value)
    {
        var start = cursor.Position;
        value = false;
        switch (cursor.Peek())
        {
            case JsonKind.Number:
                if (!cursor.ReadNumber(out var number))
                    return false;
                value = number != 0;
                if (number is not (0 or 1))
                    cursor.Report(
                        JsonProblems.NotAFlag,
                        cursor.SpanFrom(start),
                        $"'{field}' must be 0 or 1; it is read as {(value ? 1 : 0)}."
                    );
                return true;
            case JsonKind.True or JsonKind.False or JsonKind.Null:
                if (!cursor.ReadWord(out var word))
                    return false;
                value = word == JsonKind.True;
                return true;
            default:
                return Refuse(ref cursor, start, field, "0 or 1");
        }
    }

    /// <summary>
    /// Reads an array of numbers into a span and tells how many there were, which may be more than fit; −1 when the value
    /// is no array of numbers.
    /// </summary>
    public static bool ReadNumbers(ref JsonCursor cursor, string field, scoped Span<double> numbers, out int count)
    {
        var start = cursor.Position;
        count = -1;
        if (cursor.Peek() == JsonKind.Null)
            return cursor.ReadWord(out _);
        if (cursor.Peek() != JsonKind.Array)
            return Refuse(ref cursor, start, field, "an array of numbers");
        cursor.Enter('[');
        var read = 0;
        var isFirst = true;
        while (cursor.NextElement(ref isFirst))
        {
            if (cursor.Peek() != JsonKind.Number)
            {
                var bad = cursor.Position;
                if (!cursor.Skip())
                    return false;
                ReportType(cursor, bad, field, "an array of numbers");
                cursor.Position = start;
                return cursor.Skip();
            }
            if (!cursor.ReadNumber(out var number))
                return false;
            if (read < numbers.Length)
                numbers[read] = number;
            read++;
        }
        count = read;
        return cursor.Fault == JsonFault.None;
    }

    /// <summary>The members of an <c>attributes</c> object, into the part's list of them.</summary>
    public static bool ReadAttributes(ref JsonCursor cursor, DatasetPart part)
    {
        var start = cursor.Position;
        if (cursor.Peek() == JsonKind.Null)
            return cursor.ReadWord(out _);
        // Some exporters write an empty list for "none".
        if (cursor.Peek() == JsonKind.Array)
            return cursor.Skip();
        if (cursor.Peek() != JsonKind.Object)
            return Refuse(ref cursor, start, "attributes", "an object");
        cursor.Enter('{');
        var isFirst = true;
        while (cursor.NextKey(ref isFirst, out var key))
        {
            var name = key.Contains((byte)'\\') ? JsonText.Unescape(key) : part.Texts.Get(key);
            if (!ReadAttribute(ref cursor, part.Texts, out var value))
                return false;
            part.Pending.Add((name, value));
        }
        return cursor.Fault == JsonFault.None;
    }

    static bool ReadAttribute(ref JsonCursor cursor, TextPool texts, out AttributeValue value)
    {
        value = AttributeValue.Null;
        switch (cursor.Peek())
        {
            case JsonKind.Text:
                var read = JsonText.Read(ref cursor, texts, out var text);
                value = AttributeValue.Of(text);
                return read;
            case JsonKind.Number:
                if (!cursor.ReadNumber(out var number))
                    return false;
                value = AttributeValue.Of(number);
                return true;
            case JsonKind.Array:
                return ReadTexts(ref cursor, texts, out value);
            case JsonKind.Object:
                return cursor.Skip();
            default:
                if (!cursor.ReadWord(out var word))
                    return false;
                if (word != JsonKind.Null)
                    value = AttributeValue.Of(word == JsonKind.True);
                return true;
        }
    }

    /// <summary>A list of texts; numbers in it are taken as they are written, anything nested is passed.</summary>
    public static bool ReadTexts(ref JsonCursor cursor, TextPool texts, out AttributeValue value)
    {
        value = AttributeValue.Null;
        var items = new List<string>();
        cursor.Enter('[');
        var isFirst = true;
        while (cursor.NextElement(ref isFirst))
        {
            var start = cursor.Position;
            if (cursor.Peek() == JsonKind.Text)
            {
                if (!JsonText.Read(ref cursor, texts, out var text))
                    return false;
                items.Add(text);
                continue;
            }
            var isScalar = cursor.Peek() is not (JsonKind.Object or JsonKind.Array);
            if (!cursor.Skip())
                return false;
            if (isScalar)
                items.Add(texts.Get(cursor.TextFrom(start)));
        }
        value = AttributeValue.Of([.. items]);
        return cursor.Fault == JsonFault.None;
    }

    /// <summary>Passes a value that has the wrong type and says so.</summary>
    public static bool Refuse(ref JsonCursor cursor, int start, string field, string wanted)
    {
        if (!cursor.Skip())
            return false;
        ReportType(cursor, start, field, wanted);
        return true;
    }

    static void ReportType(in JsonCursor cursor, int start, string field, string wanted) =>
        cursor.Report(JsonProblems.WrongType, cursor.SpanFrom(start), $"'{field}' must be {wanted}.");
}
