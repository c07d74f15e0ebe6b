using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats;

/// <summary>
/// Finds fields of which formats know parts only: a format tells where its box and its shape stand, and what holds for all formats
/// follows from that.
/// </summary>
static class FieldSearch
{
    /// <summary>The numbers of a box that any format stores at most.</summary>
    const int BoxNumbers = 8;

    static readonly Field[] Extents = [Field.Box, Field.Segmentation, new(FieldKind.Keypoints)];

    public static SourceSpan Locate(IAnnotationFormat format, Dataset dataset, Element element, Field field)
    {
        var whole = dataset.SpanOf(element);
        return field.Kind switch
        {
            FieldKind.Extent => FirstOf(Extents),
            FieldKind.NotFinite => NotFinite() is { IsNone: false } found ? found : FirstOf(Extents),
            FieldKind.KeypointVisibility => FirstOf(field, Field.Keypoint(field.Index), new(FieldKind.Keypoints)),
            FieldKind.MaskRuns => FirstOf(field, Field.MaskRuns(), Field.Segmentation),
            FieldKind.MaskSize => FirstOf(field, Field.Segmentation),
            _ => format.Locate(dataset, element, field),
        };

        // A field that the file does not hold is located at the whole.
        SourceSpan FirstOf(params ReadOnlySpan<Field> candidates)
        {
            foreach (var candidate in candidates)
                if (format.Locate(dataset, element, candidate) is var found && found != whole)
                    return found;
            return whole;
        }

        SourceSpan NotFinite()
        {
            for (var i = 0; i < BoxNumbers; i++)
                if (
                    format.Locate(dataset, element, Field.BoxPart(i)) is { IsNone: false } part
                    && part != whole
                    && !NumberSearch.IsFinite(Text(part))
                )
                    return part;
            if (format is JsonFormat json)
                return json.LocateNotFinite(dataset, element, Extents);
            foreach (var extent in Extents)
                if (format.Locate(dataset, element, extent) is { IsNone: false } found && found != whole)
                    if (
                        NumberSearch.FirstNotFinite(Text(found)) is { Length: > 0 } bad
                        || (bad = NumberSearch.FirstTextInList(Text(found))).Length > 0
                    )
                        return new(found.File, found.Start + bad.Start, bad.Length);
            return SourceSpan.None;
        }

        ReadOnlySpan<byte> Text(SourceSpan span) => dataset.Files[span.File].Bytes.Slice(span.Start, span.Length);
    }
}
