using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Reads one file: walks the top level and hands each known array on.</summary>
/// <param name="file">Index of the file.</param>
/// <param name="remarks">Receives problems outside of the arrays.</param>
/// <param name="ahead">What is read at first outside of the arrays, of a file that lies on disk.</param>
sealed class CocoReader(int file, DatasetPart remarks, int ahead)
{
    /// <summary>Beyond so much, the whole text is better taken into memory.</summary>
    const int MostAhead = 16 << 20;

    int ahead = ahead;
    long length;
    bool sawData;

    public void Read(SourceBytes bytes, ICocoArrays arrays)
    {
        length = bytes.Length;
        long start = bytes.Slice(0, 3).SequenceEqual(Utf8.ByteOrderMark) ? 3 : 0;
        var cursor = CursorAt(bytes, start);
        while (cursor.Peek() == JsonKind.None && IsCut(bytes, cursor, start))
            cursor = Again(bytes, start);
        switch (cursor.Peek())
        {
            case JsonKind.Object:
                ReadObject(bytes, cursor, start, arrays);
                break;
            case JsonKind.Array:
                var end = arrays.Read(CocoSection.Results, cursor.Offset);
                if (end >= 0)
                    CheckEnd(bytes, end);
                break;
            default:
                ReportSyntax(cursor, "A COCO file begins with { or [.");
                break;
        }
    }

    void ReadObject(SourceBytes bytes, JsonCursor cursor, long start, ICocoArrays arrays)
    {
        var from = start;
        var isFirst = cursor.Enter('{');
        while (true)
        {
            if (TryFindArray(ref cursor, ref isFirst, out var section))
            {
                from = arrays.Read(section, cursor.Offset);
                if (from < 0)
                    return;
                cursor = CursorAt(bytes, from);
            }
            else if (cursor.Fault == JsonFault.None)
                break;
            else if (IsCut(bytes, cursor, from))
            {
                cursor = Again(bytes, from);
                isFirst = from == start && cursor.Enter('{');
            }
            else
            {
                ReportSyntax(cursor, "A comma and a key, or } was expected.");
                return;
            }
        }

        CheckEnd(bytes, cursor.Offset);
        if (!sawData)
            remarks.Problems.Report(
                JsonProblems.MissingSection,
                new SourceSpan(file, 0, 0),
                "The file has neither 'images' nor 'annotations'."
            );
    }

    /// <summary>Goes to the next array of a known name. False at the end of the object and on a fault.</summary>
    bool TryFindArray(ref JsonCursor cursor, ref bool isFirst, out CocoSection section)
    {
        section = CocoSection.None;
        while (cursor.NextKey(ref isFirst, out var key))
        {
            section = CocoKeys.SectionOf(key, out var isMisspelt);
            if (section == CocoSection.None || cursor.Peek() != JsonKind.Array)
            {
                if (section != CocoSection.None && cursor.Peek() is not (JsonKind.Null or JsonKind.None))
                    remarks.Problems.Report(
                        JsonProblems.WrongType,
                        cursor.Span(cursor.Position, 1),
                        $"'{CocoKeys.NameOf(section)}' must be an array."
                    );
                if (!cursor.Skip())
                    return false;
                continue;
            }
            if (isMisspelt)
                remarks.Problems.Report(
                    JsonProblems.MisspeltKey,
                    cursor.KeySpan,
                    $"The key must be '{CocoKeys.NameOf(section)}'; other readers see no {CocoKeys.NameOf(section)} here.",
                    $"\"{CocoKeys.NameOf(section)}\""
                );
            sawData |= section is CocoSection.Images or CocoSection.Annotations;
            return true;
        }

        return false;
    }

    void CheckEnd(SourceBytes bytes, long offset)
    {
        var cursor = CursorAt(bytes, offset);
        if (IsCut(bytes, cursor, offset))
            cursor = new JsonCursor(bytes.From(offset), offset, file, remarks.Problems);
        cursor.SkipSpace();
        if (!cursor.IsAtEnd)
            remarks.Problems.Report(
                JsonProblems.TrailingText,
                cursor.Span(cursor.Position, 1),
                "The JSON is complete before this place; what follows is not read. Remove it."
            );
    }

    void ReportSyntax(in JsonCursor cursor, string expected)
    {
        if (cursor.Fault == JsonFault.Truncated)
            remarks.Problems.Report(
                JsonProblems.Truncated,
                new SourceSpan(file, length, 0),
                "The file ends here, before its JSON is complete; what came before is read. Get the whole file."
            );
        else
            // A file of blanks and comments has nothing to point at.
            remarks.Problems.Report(
                JsonProblems.Syntax,
                cursor.Span(cursor.Position, cursor.IsAtEnd ? 0 : 1),
                expected
            );
    }

    /// <summary>Whether only what is at hand of the text ends with the cursor's.</summary>
    static bool IsCut(SourceBytes bytes, in JsonCursor cursor, long from) =>
        cursor.End < bytes.Length && cursor.End - from < SourceBytes.LargestArray;

    /// <summary>Forgets what was found since an offset, to begin there again with more of the text.</summary>
    JsonCursor Again(SourceBytes bytes, long offset)
    {
        remarks.Clear();
        ahead *= 4;
        return ahead <= MostAhead
            ? CursorAt(bytes, offset)
            : new JsonCursor(bytes.From(offset), offset, file, remarks.Problems);
    }

    JsonCursor CursorAt(SourceBytes bytes, long offset) =>
        new(bytes.Ahead(offset, ahead), offset, file, remarks.Problems);
}
