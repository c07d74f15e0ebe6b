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
        if (field.Kind == FieldKind.Whole || whole.IsNone || ElementOf(kind, row) is not { } element)
            return whole;
        var span = dataset.Locate(element, field);
        return span.IsNone ? whole : span;
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
