using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.LabelMe;

/// <summary>Reads one file: the image and its shapes.</summary>
sealed class LabelMeReader(int file, DatasetPart part)
{
    int image;

    public void Read(ReadOnlySpan<byte> text)
    {
        var start = text.StartsWith(Utf8.ByteOrderMark) ? 3 : 0;
        var cursor = new JsonCursor(text[start..], start, file, part.Problems);
        image = part.AddImage(new(new(file, start, text.Length - start)));
        // LabelMe writes the size behind the shapes, and masks have that size.
        if (text.IndexOf("\"mask\""u8) >= 0)
        {
            ReadAhead(text[start..], "imageWidth"u8, part.Images.Width);
            ReadAhead(text[start..], "imageHeight"u8, part.Images.Height);
        }

        var isFirst = true;
        if (cursor.Enter('{'))
            while (cursor.NextKey(ref isFirst, out var key) && ReadMember(ref cursor, key))
                continue;
        if (cursor.Fault != JsonFault.None)
            ReportFault(cursor, "the rest of the file is not read");
    }

    void ReadAhead(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name, ColumnBuilder<int> column)
    {
        var cursor = new JsonCursor(text);
        if (JsonMembers.TryFind(ref cursor, name) && cursor.Peek() == JsonKind.Number)
            ReadPixels(ref cursor, column);
    }

    /// <returns>False on a fault of the JSON.</returns>
    bool ReadMember(ref JsonCursor cursor, scoped ReadOnlySpan<byte> key)
    {
        if (key.SequenceEqual("shapes"u8) && cursor.Peek() == JsonKind.Array)
            return ReadShapes(ref cursor);
        if (key.SequenceEqual("imagePath"u8) && cursor.Peek() == JsonKind.Text)
        {
            var isRead = JsonText.Read(ref cursor, part.Texts, out var path);
            part.Images.FileName[image] = path.Replace('\\', '/');
            return isRead;
        }

        if (key.SequenceEqual("imageWidth"u8) && cursor.Peek() == JsonKind.Number)
            return ReadPixels(ref cursor, part.Images.Width);
        if (key.SequenceEqual("imageHeight"u8) && cursor.Peek() == JsonKind.Number)
            return ReadPixels(ref cursor, part.Images.Height);
        if (!key.SequenceEqual("flags"u8) || cursor.Peek() != JsonKind.Object)
            // The largest of what is passed over is imageData, the picture itself.
            return cursor.Skip();
        var flags = new List<(string Name, bool Value)>();
        if (!LabelMeFlags.Read(ref cursor, part.Texts, flags))
            return false;
        foreach (var (name, value) in flags)
            part.SetImageAttribute(image, name, AttributeValue.Of(value));
        return true;
    }

    bool ReadPixels(ref JsonCursor cursor, ColumnBuilder<int> column)
    {
        if (!cursor.ReadNumber(out var number))
            return false;
        column[image] = number is > 0 and <= int.MaxValue ? (int)number : 0;
        return true;
    }

    bool ReadShapes(ref JsonCursor cursor)
    {
        var budget = JsonRecovery.Budget;
        var isFirst = true;
        cursor.Enter('[');
        while (true)
        {
            while (cursor.NextElement(ref isFirst))
            {
                var start = cursor.Position;
                var reader = new LabelMeShapeReader(part, image);
                if (reader.Read(ref cursor))
                    continue;
                if (cursor.Fault == JsonFault.Truncated)
                    return false;
                ReportFault(cursor, "this shape is not read");
                if (!JsonRecovery.TryGoOn(ref cursor, start, ref budget, out isFirst))
                    return false;
            }

            if (cursor.Fault != JsonFault.Syntax || !JsonRecovery.TryMissingComma(ref cursor))
                return cursor.Fault == JsonFault.None;
            ReportFault(cursor, "a comma is missing before this shape");
            isFirst = true;
        }
    }

    static void ReportFault(in JsonCursor cursor, string consequence)
    {
        if (cursor.Fault == JsonFault.Truncated)
            cursor.Report(
                JsonProblems.Truncated,
                cursor.Span(cursor.Position, 0),
                "The file ends before its JSON is complete; the shapes before are read. Get the whole file."
            );
        else
            cursor.Report(
                JsonProblems.Syntax,
                cursor.Span(cursor.Position, 1),
                $"This is not valid JSON; {consequence}."
            );
    }
}
