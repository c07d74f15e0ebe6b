using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Judging;

/// <summary>Where a row of a data set stands in its files.</summary>
public sealed class Places(Dataset dataset)
{
    /// <summary>The bytes of a subject; nothing where it stands in no file.</summary>
    public SourceSpan SpanOf(SubjectKind kind, int row) =>
        kind switch
        {
            SubjectKind.Annotation => dataset.Annotations.SpanOf(row),
            SubjectKind.Image => dataset.Images.SpanOf(row),
            SubjectKind.Category => dataset.Categories.Declarations[row].Span,
            SubjectKind.Track => SpanOfTrack(row),
            SubjectKind.Problem => dataset.Problems[row].Span,
            SubjectKind.File => new(row, 0, 0),
            _ => dataset.Files.IsEmpty ? SourceSpan.None : new(0, 0, 0),
        };

    /// <summary>The bytes of one field of a subject; of the whole subject where the file does not hold the field.</summary>
    public SourceSpan SpanOf(SubjectKind kind, int row, Field field)
    {
        var whole = SpanOf(kind, row);
        // An image may hold all of its annotations, and be all of its file, and a category its attributes with all of their values:
        // what is said about the whole stands at its name.
        if (field.Kind == FieldKind.Whole && kind is SubjectKind.Image or SubjectKind.Category)
            field = new Field(kind == SubjectKind.Image ? FieldKind.FileName : FieldKind.Name);
        if (field.Kind == FieldKind.Whole || whole.IsNone || ElementOf(kind, row) is not { } element)
            return whole;
        var span = dataset.Locate(element, field);
        return !span.IsNone && span != whole ? span
            : kind == SubjectKind.Image ? FirstLineOf(whole)
            : whole;
    }

    /// <summary>Of an image that its file names nowhere, such as one whose file has nothing but rows.</summary>
    SourceSpan FirstLineOf(SourceSpan whole)
    {
        var line = dataset.Files[whole.File].Bytes.Slice(whole.Start, whole.Length).IndexOfAny((byte)'\n', (byte)'\r');
        return line < 0 ? whole : new(whole.File, whole.Start, line);
    }

    public Location LocationOf(SourceSpan span)
    {
        if (span.IsNone)
            return Location.Whole("");
        var file = dataset.Files[span.File];
        var start = file.PositionOf(span.Start);
        var end = span.Length == 0 ? start : file.PositionOf(span.End);
        return new(file.Path, span.Start, span.End, start.Line, start.Column, end.Line, end.Column);
    }

    // A track that only its shapes name stands where the first of them does.
    SourceSpan SpanOfTrack(int track)
    {
        var span = dataset.Tracks[track].Span;
        var shapes = dataset.Tracks.AnnotationsOf(track);
        return span.IsNone && !shapes.IsEmpty ? dataset.Annotations.SpanOf(shapes[0]) : span;
    }

    Element? ElementOf(SubjectKind kind, int row) =>
        kind switch
        {
            SubjectKind.Annotation => Element.Annotation(row),
            SubjectKind.Image => Element.Image(row),
            SubjectKind.Category => Element.CategoryDeclaration(row),
            SubjectKind.Track when !dataset.Tracks[row].Span.IsNone => Element.Track(row),
            _ => null,
        };
}
