using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Formats.Json;

/// <summary>
/// A JSON file on its way into a part: hands out its records one by one, and reports what is wrong with the JSON. A broken
/// record costs nothing but itself where its end can be found.
/// </summary>
sealed class JsonFile(FormatFile from)
{
    /// <summary>Behind this index a cursor begins anew, since its text may be longer than it can count.</summary>
    const int Stretch = 1 << 28;

    readonly JsonTree tree = new();

    /// <summary>Hands out the records of one JSON value.</summary>
    public void Read(IJsonRecords records)
    {
        var cursor = CursorAt(from.Start);
        var use = records.UseOf([]);
        if (use == JsonUse.Whole)
            ReadWhole(ref cursor, records, []);
        else if (cursor.Peek() == JsonKind.Array)
            ReadEach(ref cursor, records, []);
        else if (cursor.Peek() == JsonKind.Object)
            ReadMembers(ref cursor, records);
        else
            cursor.Skip();
        if (cursor.Fault != JsonFault.None)
            ReportFault(cursor, "the rest of the file is not read");
        else
            CheckEnd(ref cursor);
    }

    /// <summary>Hands out one record for each line that is not blank.</summary>
    public void ReadLines(IJsonRecords records)
    {
        var lines = new Rows.TextLines(from.Bytes);
        while (lines.Next())
        {
            var cursor = new JsonCursor(lines.Line, lines.Start, from.File, from.Part.Problems);
            if (tree.Read(ref cursor, from.Bytes))
            {
                records.Read([], tree.Root);
                CheckEnd(ref cursor);
            }
            else
                ReportFault(cursor, "this line is not read");
        }
    }

    /// <summary>
    /// Hands out the elements of one array, or the values that follow one another: a line each, or written over several lines.
    /// </summary>
    public void ReadValues(IJsonRecords records)
    {
        var cursor = CursorAt(from.Start);
        if (cursor.Peek() == JsonKind.Array)
        {
            Read(records);
            return;
        }
        while (true)
        {
            cursor.SkipSpace();
            if (cursor.IsAtEnd)
                return;
            if (tree.Read(ref cursor, from.Bytes))
            {
                records.Read([], tree.Root);
                Advance(ref cursor);
                continue;
            }
            ReportFault(cursor, "this line is not read");
            var next = cursor.Text(cursor.Position, int.MaxValue).IndexOf("\n{"u8);
            if (next < 0)
                return;
            cursor.Position += next + 1;
        }
    }

    void ReadMembers(ref JsonCursor cursor, IJsonRecords records)
    {
        var isFirst = true;
        cursor.Enter('{');
        while (cursor.NextKey(ref isFirst, out var key))
        {
            var use = records.UseOf(key);
            var isContainer = cursor.Peek() is JsonKind.Array or JsonKind.Object;
            var isRead =
                use == JsonUse.Pass ? cursor.Skip()
                : use == JsonUse.Each && isContainer ? ReadEach(ref cursor, records, key)
                : ReadWhole(ref cursor, records, key);
            if (!isRead)
                return;
            Advance(ref cursor);
        }
    }

    bool ReadWhole(ref JsonCursor cursor, IJsonRecords records, scoped ReadOnlySpan<byte> key)
    {
        var isWhole = tree.Read(ref cursor, from.Bytes, key.IsEmpty ? null : cursor.KeySpan);
        // What stands before a fault is worth reading: the format may be one value from end to end.
        if (tree.Root.Exists)
            records.Read(key, tree.Root);
        return isWhole;
    }

    bool ReadEach(ref JsonCursor cursor, IJsonRecords records, scoped ReadOnlySpan<byte> key)
    {
        var isArray = cursor.Peek() == JsonKind.Array;
        var budget = JsonRecovery.Budget;
        var isFirst = true;
        cursor.Enter(isArray ? '[' : '{');
        while (true)
        {
            while (isArray ? cursor.NextElement(ref isFirst) : cursor.NextKey(ref isFirst, out _))
            {
                var start = cursor.Position;
                if (tree.Read(ref cursor, from.Bytes, isArray ? null : cursor.KeySpan))
                {
                    records.Read(key, tree.Root);
                    Advance(ref cursor);
                    continue;
                }
                if (cursor.Fault == JsonFault.Truncated || !isArray)
                    return false;
                ReportFault(cursor, "this element is not read");
                if (!JsonRecovery.TryGoOn(ref cursor, start, ref budget, out isFirst))
                    return false;
            }

            if (cursor.Fault != JsonFault.Syntax || !isArray || !JsonRecovery.TryMissingComma(ref cursor))
                return cursor.Fault == JsonFault.None;
            ReportFault(cursor, "a comma is missing before this element");
            isFirst = true;
        }
    }

    void Advance(ref JsonCursor cursor)
    {
        if (cursor.Position > Stretch)
            cursor = CursorAt(cursor.Offset);
    }

    JsonCursor CursorAt(long offset) => new(from.Bytes.From(offset), offset, from.File, from.Part.Problems);

    static void CheckEnd(ref JsonCursor cursor)
    {
        cursor.SkipSpace();
        if (!cursor.IsAtEnd)
            cursor.Report(
                JsonProblems.TrailingText,
                cursor.Span(cursor.Position, 1),
                "The JSON is complete before this place; what follows is not read. Remove it."
            );
    }

    static void ReportFault(in JsonCursor cursor, string consequence)
    {
        if (cursor.Fault == JsonFault.Truncated)
            cursor.Report(
                JsonProblems.Truncated,
                cursor.Span(cursor.Position, 0),
                "The file ends before its JSON is complete; what came before is read. Get the whole file."
            );
        else
            cursor.Report(
                JsonProblems.Syntax,
                cursor.Span(cursor.Position, 1),
                $"This is not valid JSON; {consequence}."
            );
    }
}
