namespace LabelSpec.Annotations.Formats.Json;

/// <summary>Moves a cursor over a broken element of an array of objects, to where reading can go on.</summary>
static class JsonRecovery
{
    /// <summary>How far an element is searched for its end by brackets.</summary>
    public const int LongestRepair = 1 << 20;

    /// <summary>
    /// What all such searches in one stretch of a file may cost, so that a file of nothing but unclosed elements is not read
    /// over and over.
    /// </summary>
    public const int Budget = 4 << 20;

    /// <param name="cursor">Stands at the fault, which this forgets.</param>
    /// <param name="element">Index where the element begins.</param>
    /// <param name="budget">What may still be spent on searching by brackets.</param>
    /// <param name="isFirst">What the next call of <c>NextElement</c> needs.</param>
    /// <returns>False when nothing that looks like another element follows.</returns>
    public static bool TryGoOn(ref JsonCursor cursor, int element, ref int budget, out bool isFirst)
    {
        var fault = cursor.Position;
        if (TryBrackets(cursor.Text(element, Math.Min(LongestRepair, budget)), ref budget, out var length))
        {
            cursor.Position = element + length;
            isFirst = false;
            return true;
        }
        // Behind the fault, but also behind the element's own brace: else it would be found again.
        var from = Math.Max(fault, element + 1);
        var next = JsonBoundary.FindNextElement(cursor.Text(0, int.MaxValue), from);
        if (next >= 0)
            cursor.Position = next;
        isFirst = true;
        return next >= 0;
    }

    /// <summary>Goes on at an element that only lacks the comma before it.</summary>
    public static bool TryMissingComma(ref JsonCursor cursor)
    {
        if (cursor.Text(cursor.Position, 1) is not [(byte)'{'])
            return false;
        cursor.Position = cursor.Position;
        return true;
    }

    /// <summary>The length of an element whose brackets match and that a comma or the end of the array follows.</summary>
    static bool TryBrackets(ReadOnlySpan<byte> text, ref int budget, out int length)
    {
        length = 0;
        var silent = new JsonCursor(text);
        var isWhole = silent.Peek() is JsonKind.Object or JsonKind.Array && silent.Skip();
        budget -= silent.Position;
        if (!isWhole)
            return false;
        length = silent.Position;
        silent.SkipSpace();
        return silent.Text(silent.Position, 1) is [(byte)',' or (byte)']'];
    }
}
