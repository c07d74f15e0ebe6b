using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Reads the elements of an array one after another and gets over broken ones.</summary>
/// <param name="file">Index of the file.</param>
/// <param name="bytes">Its bytes.</param>
/// <param name="way">How annotations are read.</param>
sealed class CocoElementReader(int file, SourceBytes bytes, CocoWay way)
{
    /// <param name="section">The array that is read.</param>
    /// <param name="start">Where an element begins, or where the array ends.</param>
    /// <param name="limit">Elements that begin here or later are left for somebody else.</param>
    /// <param name="part">Receives the rows.</param>
    /// <param name="cancellation">Ends the reading between elements.</param>
    public CocoStretch ReadStretch(
        CocoSection section,
        long start,
        long limit,
        DatasetPart part,
        CancellationToken cancellation
    ) => ReadStretch(section, start, limit, part, bytes.From(start), cancellation);

    /// <inheritdoc cref="ReadStretch(CocoSection, long, long, DatasetPart, CancellationToken)"/>
    /// <param name="text">The bytes from <paramref name="start"/>, as many as are at hand.</param>
    public CocoStretch ReadStretch(
        CocoSection section,
        long start,
        long limit,
        DatasetPart part,
        ReadOnlySpan<byte> text,
        CancellationToken cancellation
    )
    {
        var cursor = new JsonCursor(text, start, file, part.Problems);
        var isFirst = true;
        var repairs = JsonRecovery.Budget;
        var isWhole = true;
        for (var read = 0; ; read++)
        {
            if (!cursor.NextElement(ref isFirst))
            {
                if (cursor.Fault == JsonFault.None)
                    return Stopped(cursor, CocoStop.ArrayEnd);
                isWhole = false;
                ReportFault(cursor, section, "a comma is missing here");
                var canGoOn = cursor.Fault == JsonFault.Syntax;
                if (!canGoOn || !(isFirst = JsonRecovery.TryMissingComma(ref cursor)))
                    if (!canGoOn || !JsonRecovery.TryGoOn(ref cursor, cursor.Position, ref repairs, out isFirst))
                        return Stopped(cursor, CocoStop.Fault);
                continue;
            }
            if (cursor.Offset >= limit)
                return Stopped(cursor, CocoStop.Limit);
            if (read % 1024 == 0)
                cancellation.ThrowIfCancellationRequested();

            var element = cursor.Position;
            if (ReadElement(ref cursor, section, part))
                continue;
            isWhole = false;
            ReportFault(cursor, section, "the element that it stands in is left out");
            if (
                cursor.Fault == JsonFault.Truncated
                || !JsonRecovery.TryGoOn(ref cursor, element, ref repairs, out isFirst)
            )
                return Stopped(cursor, CocoStop.Fault);
        }

        CocoStretch Stopped(in JsonCursor at, CocoStop why) =>
            new(limit, start, at.Offset, why, part, JsonRecovery.Budget - repairs, isWhole);
    }

    /// <summary>False, with a fault, when the JSON of the element is broken; nothing of it was added then.</summary>
    bool ReadElement(ref JsonCursor cursor, CocoSection section, DatasetPart part)
    {
        if (cursor.Peek() != JsonKind.Object)
        {
            var start = cursor.Position;
            if (!cursor.Skip())
                return false;
            cursor.Report(
                JsonProblems.WrongType,
                cursor.SpanFrom(start),
                $"An element of '{CocoKeys.NameOf(section)}' must be an object."
            );
            return true;
        }
        return section switch
        {
            CocoSection.Images => CocoImageReader.Read(ref cursor, part),
            CocoSection.Categories => CocoCategoryReader.Read(ref cursor, part),
            _ => CocoAnnotationReader.Read(ref cursor, part, isResult: section == CocoSection.Results, way),
        };
    }

    void ReportFault(in JsonCursor cursor, CocoSection section, string consequence)
    {
        var name = CocoKeys.NameOf(section);
        if (cursor.Fault == JsonFault.Truncated)
            cursor.Report(
                JsonProblems.Truncated,
                new SourceSpan(file, bytes.Length, 0),
                $"The file ends here, inside '{name}'; the elements before are read. Get the whole file."
            );
        else
            cursor.Report(
                JsonProblems.Syntax,
                cursor.Span(cursor.Position, 1),
                $"This is not valid JSON in '{name}'; {consequence}."
            );
    }
}
