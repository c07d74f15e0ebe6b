using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Reads one file: walks the top level and hands each known array on.</summary>
sealed class CocoReader(int file, DatasetPart remarks)
{
    long length;
    bool sawData;

    public void Read(SourceBytes bytes, ICocoArrays arrays)
    {
        length = bytes.Length;
        long start = bytes.Slice(0, 3).SequenceEqual(Utf8.ByteOrderMark) ? 3 : 0;
        var cursor = CursorAt(bytes, start);
        switch (cursor.Peek())
        {
            case JsonKind.Object:
                ReadObject(bytes, cursor, arrays);
                break;
            case JsonKind.Array:
                var end = arrays.Read(CocoSection.Results, cursor.Offset);
                if (end >= 0)
                    CheckEnd(CursorAt(bytes, end));
                break;
            default:
                ReportSyntax(cursor, "A COCO file begins with { or [.");
                break;
        }
    }

    void ReadObject(SourceBytes bytes, JsonCursor cursor, ICocoArrays arrays)
    {
        cursor.Enter('{');
        var isFirst = true;
        while (cursor.NextKey(ref isFirst, out var key))
        {
            var section = CocoKeys.SectionOf(key, out var isMisspelt);
            if (section == CocoSection.None || cursor.Peek() != JsonKind.Array)
            {
                if (section != CocoSection.None && cursor.Peek() is not (JsonKind.Null or JsonKind.None))
                    remarks.Problems.Report(
                        JsonProblems.WrongType,
                        cursor.Span(cursor.Position, 1),
                        $"'{CocoKeys.NameOf(section)}' must be an array."
                    );
                if (!cursor.Skip())
                    break;
                continue;
            }
            if (isMisspelt)
                remarks.Problems.Report(
                    JsonProblems.MisspeltKey,
                    cursor.KeySpan,
                    $"The key must be '{CocoKeys.NameOf(section)}'; other readers see no {CocoKeys.NameOf(section)} here."
                );
            sawData |= section is CocoSection.Images or CocoSection.Annotations;
            var end = arrays.Read(section, cursor.Offset);
            if (end < 0)
                return;
            cursor = CursorAt(bytes, end);
        }
        if (cursor.Fault != JsonFault.None)
        {
            ReportSyntax(cursor, "A comma and a key, or } was expected.");
            return;
        }
        CheckEnd(cursor);
        if (!sawData)
            remarks.Problems.Report(
                JsonProblems.MissingSection,
                new SourceSpan(file, 0, 0),
                "The file has neither 'images' nor 'annotations'."
            );
    }

    void CheckEnd(JsonCursor cursor)
    {
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
            remarks.Problems.Report(JsonProblems.Syntax, cursor.Span(cursor.Position, 1), expected);
    }

    JsonCursor CursorAt(SourceBytes bytes, long offset) => new(bytes.From(offset), offset, file, remarks.Problems);
}
