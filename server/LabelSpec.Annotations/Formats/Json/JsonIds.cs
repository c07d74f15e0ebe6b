using System.Text;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Formats.Json;

/// <summary>Ids: integers by rule, texts by habit of some exporters.</summary>
public static class JsonIds
{
    /// <summary>Longer ones are no ids, and would only fill memory.</summary>
    const int LongestText = 256;

    /// <summary>
    /// Reads an id. A value that cannot be one is reported and passed, and <see cref="RecordId.None"/> comes back. False
    /// only on a fault of the JSON.
    /// </summary>
    public static bool Read(ref JsonCursor cursor, DatasetPart part, bool textIsUsual, out RecordId id)
    {
        id = RecordId.None;
        var kind = cursor.Peek();
        var start = cursor.Position;
        if (kind == JsonKind.Number && cursor.ReadRawNumber(out var raw))
        {
            if (JsonNumber.TryParseInteger(raw, out var number))
                id = part.IdOf(number);
            else
                ReportUnusable(cursor, start, raw);
            return true;
        }
        if (kind == JsonKind.Text)
        {
            if (!cursor.ReadRawText(out raw, out _))
                return false;
            if (raw.Length > LongestText)
            {
                ReportUnusable(cursor, start, raw);
                return true;
            }
            id = part.IdOf(part.Texts.Get(raw));
            if (!textIsUsual)
                cursor.Report(
                    JsonProblems.TextId,
                    cursor.SpanFrom(start),
                    $"The id {Show(raw)} is written as text; readers that compare it with numbers will not find it.",
                    JsonNumber.TryParseInteger(raw, out var plain)
                    && raw.SequenceEqual(Encoding.UTF8.GetBytes($"{plain}"))
                        ? $"{plain}"
                        : null
                );
            return true;
        }
        if (!cursor.Skip())
            return false;
        if (kind != JsonKind.Null)
            cursor.Report(JsonProblems.UnusableId, cursor.SpanFrom(start), "An id must be an integer.");
        return true;
    }

    static void ReportUnusable(in JsonCursor cursor, int start, ReadOnlySpan<byte> raw) =>
        cursor.Report(JsonProblems.UnusableId, cursor.SpanFrom(start), $"The id {Show(raw)} is not a 64-bit integer.");

    static string Show(ReadOnlySpan<byte> raw) =>
        raw.Length <= 24
            ? Encoding.UTF8.GetString(raw)
            : $"{Encoding.UTF8.GetString(raw[..20])}… ({raw.Length} characters)";
}
