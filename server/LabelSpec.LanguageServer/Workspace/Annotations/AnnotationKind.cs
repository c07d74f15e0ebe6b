using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;
using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Workspace.Annotations;

/// <summary>
/// Open annotation files of any format, recognised by their content. Files that are not open are not documents: they may be
/// large and many, and are read by whoever judges them.
/// </summary>
public sealed class AnnotationKind : IDocumentKind
{
    public string Name => "annotation file";

    public bool Claims(string uri, string languageId, DocumentText text) =>
        text.Length > 0 && FormatOf(DocumentUri.PathOf(uri), text.ToString()) is not null;

    public DocumentContent Open(string uri, DocumentText text)
    {
        var whole = text.ToString();
        return new AnnotationContent(
            new EditorText(whole),
            new ReadMemory(),
            FormatOf(DocumentUri.PathOf(uri), whole) ?? AnnotationFormats.All[0]
        );
    }

    public DocumentContent Change(
        DocumentContent before,
        DocumentText textBefore,
        DocumentText text,
        IReadOnlyList<TextDocumentContentChangeEvent> changes
    )
    {
        var content = (AnnotationContent)before;
        var edited = content.Text;
        foreach (var change in changes)
            edited = change.Range is { } range
                ? edited.Replace(PlaceOf(range.Start), PlaceOf(range.End), change.Text)
                : new EditorText(change.Text);
        return content.With(edited);
    }

    static SourcePosition PlaceOf(Position position) => new(position.Line + 1, position.Character + 1);

    static IAnnotationFormat? FormatOf(string path, string text)
    {
        var head = Encoding.UTF8.GetBytes(text[..Math.Min(text.Length, FormatProbe.HeadSize)]);
        var probe = new FormatProbe(
            path,
            head.AsSpan(0, Math.Min(head.Length, FormatProbe.HeadSize)),
            text.Length > FormatProbe.HeadSize ? text.Length : head.Length
        );
        IAnnotationFormat? best = null;
        var confidence = 0.0;
        foreach (var format in AnnotationFormats.All)
            if (format.Detect(probe).Confidence is var match && match > confidence)
                (best, confidence) = (format, match);
        return best;
    }
}
