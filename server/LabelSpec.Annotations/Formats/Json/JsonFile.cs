using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Formats.Json;

/// <summary>
/// A JSON file on its way into a part: hands out its records one by one, and reports what is wrong with the JSON. A broken
/// record costs nothing but itself where its end can be found.
/// </summary>
class JsonFile
{
    /// <summary>Behind this index a cursor begins anew, since its text may be longer than it can count.</summary>
    const int Stretch = 1 << 28;

    readonly JsonTree tree = new();
    FormatFile file;
    IJsonRecords records;

    /// <param name="file">The file, and the part that its problems go to.</param>
    /// <param name="records">Receives the records.</param>
    public JsonFile(FormatFile file, IJsonRecords records) => (this.file, this.records) = (file, records);

    /// <summary>Hands out the records of one JSON value.</summary>
    public void Read()
    {
        var cursor = CursorAt(file.Start);
        var use = records.UseOf([]);
        if (use == JsonUse.Whole)
            ReadWhole(ref cursor, []);
        else if (cursor.Peek() == JsonKind.Array)
            ReadEach(ref cursor, []);
        else if (cursor.Peek() == JsonKind.Object)
            ReadMembers(ref cursor);
        else
            cursor.Skip();
        if (cursor.Fault != JsonFault.None)
            ReportFault(cursor, "the rest of the file is not read");
        else
            CheckEnd(ref cursor);
    }

    /// <summary>Hands out one record for each line that is not blank.</summary>
    public virtual void ReadLines() => ReadLines(0, long.MaxValue);

    /// <summary>Reads lines from an offset on; those that begin at or behind a limit are left.</summary>
    /// <returns>Where the first line begins that is left, or the end of the file.</returns>
    protected long ReadLines(long start, long limit)
    {
        var lines = new Rows.TextLines(file.Bytes, start);
        while (lines.Next())
        {
            if (lines.Start >= limit)
                return lines.Start;
            var cursor = new JsonCursor(lines.Line, lines.Start, file.File, file.Part.Problems);
            if (tree.Read(ref cursor, file.Bytes))
            {
                records.Read([], tree.Root);
                CheckEnd(ref cursor);
            }
            else
                ReportFault(cursor, "this line is not read");
        }
        return file.Bytes.Length;
    }

    /// <summary>
    /// Hands out the elements of one array, or the values that follow one another: a line each, or written over several lines.
    /// </summary>
    public void ReadValues()
    {
        var cursor = CursorAt(file.Start);
        if (cursor.Peek() == JsonKind.Array)
            Read();
        else
            ReadSequence(ref cursor);
    }

    /// <summary>Reads the elements of an array or the members of an object; false where a fault ends the reading.</summary>
    protected virtual bool ReadEach(ref JsonCursor cursor, scoped ReadOnlySpan<byte> key)
    {
        var isArray = cursor.Peek() == JsonKind.Array;
        cursor.Enter(isArray ? '[' : '{');
        return ReadElements(ref cursor, key, isArray, long.MaxValue, out _) == JsonStop.End;
    }

    /// <summary>Reads values that follow one another, to the end of the file.</summary>
    protected virtual void ReadSequence(ref JsonCursor cursor) => ReadSequence(ref cursor, long.MaxValue);

    /// <summary>Reads elements or members from the next one on.</summary>
    /// <param name="cursor">Stands behind the opening bracket, or where an element, or the key of a member, begins.</param>
    /// <param name="key">The member of the top level that they lie in.</param>
    /// <param name="isArray">Whether they are elements of an array.</param>
    /// <param name="limit">Those that begin here or later are left; the cursor stands at the first of them then.</param>
    /// <param name="searched">
    /// Bytes that were searched to get over broken elements; −1 for none, and only then nothing behind the place where reading ended had a
    /// say in it.
    /// </param>
    protected JsonStop ReadElements(
        ref JsonCursor cursor,
        scoped ReadOnlySpan<byte> key,
        bool isArray,
        long limit,
        out int searched
    )
    {
        var budget = JsonRecovery.Budget;
        var isFirst = true;
        searched = -1;
        while (true)
        {
            while (isArray ? cursor.NextElement(ref isFirst) : cursor.NextMember(ref isFirst))
            {
                var start = cursor.Position;
                if (cursor.Offset >= limit)
                    return JsonStop.Limit;
                if (!isArray && !cursor.ReadKey(out _))
                    return JsonStop.Fault;
                if (tree.Read(ref cursor, file.Bytes, isArray ? null : cursor.KeySpan))
                {
                    records.Read(key, tree.Root);
                    Advance(ref cursor);
                    continue;
                }
                if (cursor.Fault == JsonFault.Truncated || !isArray)
                    return JsonStop.Fault;
                ReportFault(cursor, "this element is not read");
                var goesOn = JsonRecovery.TryGoOn(ref cursor, start, ref budget, out isFirst);
                searched = JsonRecovery.Budget - budget;
                if (!goesOn)
                    return JsonStop.Fault;
            }

            if (cursor.Fault != JsonFault.Syntax || !isArray || !JsonRecovery.TryMissingComma(ref cursor))
                return cursor.Fault == JsonFault.None ? JsonStop.End : JsonStop.Fault;
            ReportFault(cursor, "a comma is missing before this element");
            isFirst = true;
        }
    }

    /// <summary>Reads values from the next one on; those that begin at or behind a limit are left.</summary>
    protected JsonStop ReadSequence(ref JsonCursor cursor, long limit)
    {
        while (true)
        {
            cursor.SkipSpace();
            if (cursor.IsAtEnd)
                return JsonStop.End;
            if (cursor.Offset >= limit)
                return JsonStop.Limit;
            if (tree.Read(ref cursor, file.Bytes))
            {
                records.Read([], tree.Root);
                Advance(ref cursor);
                continue;
            }
            ReportFault(cursor, "this line is not read");
            var next = cursor.Text(cursor.Position, int.MaxValue).IndexOf("\n{"u8);
            if (next < 0)
                return JsonStop.Fault;
            cursor.Position += next + 1;
        }
    }

    /// <summary>Lets all that is read from now on go to another part.</summary>
    /// <returns>A cursor whose remarks go there too, at an offset in the file.</returns>
    protected JsonCursor GoOnIn(DatasetPart part, IJsonRecords into, long offset)
    {
        file = file with { Part = part };
        records = into;
        // With all of the text before it, which may tell where an element begins.
        var cursor = CursorAt(file.Start);
        cursor.Position = (int)(offset - file.Start);
        return cursor;
    }

    void ReadMembers(ref JsonCursor cursor)
    {
        var isFirst = true;
        cursor.Enter('{');
        while (cursor.NextKey(ref isFirst, out var key))
        {
            var use = records.UseOf(key);
            var isContainer = cursor.Peek() is JsonKind.Array or JsonKind.Object;
            var isRead =
                use == JsonUse.Pass ? cursor.Skip()
                : use == JsonUse.Each && isContainer ? ReadEach(ref cursor, key)
                : ReadWhole(ref cursor, key);
            if (!isRead)
                return;
            Advance(ref cursor);
        }
    }

    bool ReadWhole(ref JsonCursor cursor, scoped ReadOnlySpan<byte> key)
    {
        var isWhole = tree.Read(ref cursor, file.Bytes, key.IsEmpty ? null : cursor.KeySpan);
        // What stands before a fault is worth reading: the format may be one value from end to end.
        if (tree.Root.Exists)
            records.Read(key, tree.Root);
        return isWhole;
    }

    void Advance(ref JsonCursor cursor)
    {
        if (cursor.Position > Stretch)
            cursor = CursorAt(cursor.Offset);
    }

    JsonCursor CursorAt(long offset) => new(file.Bytes.From(offset), offset, file.File, file.Part.Problems);

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
