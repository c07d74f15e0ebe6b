using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace.Annotations;

namespace LabelSpec.LanguageServer.Features.Annotations.Editing;

/// <summary>Names behind ids: <c>category_id: 3 ⟨car⟩</c>.</summary>
static class AnnotationHints
{
    /// <summary>A file may be one line, all of which is in sight.</summary>
    const int Most = 1000;

    public static IReadOnlyList<InlayHint> In(AnnotationView view, Protocol.Range range)
    {
        var hints = new List<InlayHint>();
        var (start, end) = (view.OffsetOf(range.Start), view.OffsetOf(range.End));
        var rows = view.Dataset.Annotations;
        var hinted = new HashSet<long>();
        for (var row = 0; row < rows.Count && hints.Count < Most; row++)
        {
            var span = rows.SpanOf(row);
            if (span.File != view.FileIndex || span.End < start || span.Start > end)
                continue;
            if (rows.Categories[row] is >= 0 and var category)
                Add(Element.Annotation(row), Field.Category, view.Dataset.Categories.NameOf(category));
            if (rows.Images[row] is >= 0 and var image)
                Add(Element.Annotation(row), Field.Image, view.Dataset.Images.FileNames[image]);
        }

        return hints;

        void Add(Element element, Field field, string name)
        {
            var span = view.Locate(element, field);
            // A file that writes the name itself needs no hint; and the segments of a panoptic annotation share the id of their image.
            if (span.IsNone || span.End < start || span.Start > end || !IsNumber(view, span) || !hinted.Add(span.End))
                return;
            hints.Add(
                new InlayHint(
                    view.PositionOf(span.End),
                    [new InlayHintLabelPart($"⟨{name}⟩")],
                    Kind: 1,
                    PaddingLeft: true
                )
            );
        }
    }

    static bool IsNumber(AnnotationView view, LabelSpec.Annotations.Sources.SourceSpan span) =>
        long.TryParse(
            Encoding.UTF8.GetString(view.File!.Bytes.Slice(span.Start, Math.Min(span.Length, 24))).Trim('"'),
            out _
        );
}
