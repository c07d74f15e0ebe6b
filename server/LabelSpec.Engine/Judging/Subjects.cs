using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Judging;

/// <summary>What findings call the rows that they are about.</summary>
static class Subjects
{
    /// <summary>The file name of the image a subject belongs to; null where it belongs to none.</summary>
    public static string? ImageOf(Dataset dataset, SubjectKind kind, int row)
    {
        var image = kind switch
        {
            SubjectKind.Image => row,
            SubjectKind.Annotation => dataset.Annotations.Images[row],
            SubjectKind.Problem when AnnotationAround(dataset, row) is >= 0 and var annotation => dataset
                .Annotations
                .Images[annotation],
            _ => -1,
        };
        return image >= 0 && dataset.Images.FileNames[image] is { Length: > 0 } name ? name : null;
    }

    /// <summary>The id of an annotation as its file writes it; null for other subjects, and without an id.</summary>
    public static string? AnnotationOf(Dataset dataset, SubjectKind kind, int row) =>
        kind switch
        {
            SubjectKind.Annotation => IdOf(dataset, row),
            SubjectKind.Problem when AnnotationAround(dataset, row) is >= 0 and var annotation => IdOf(
                dataset,
                annotation
            ),
            _ => null,
        };

    static string? IdOf(Dataset dataset, int annotation) =>
        dataset.Annotations.Flags[annotation].HasFlag(AnnotationFlags.HasId)
            ? dataset.IdTexts.Show(dataset.Annotations.Ids[annotation])
            : null;

    // The annotation in whose bytes a problem lies, −1 for none. Rows stand in the order of files and of their bytes.
    static int AnnotationAround(Dataset dataset, int problem)
    {
        var span = dataset.Problems[problem].Span;
        var rows = dataset.Annotations;
        int low = 0,
            high = rows.Count - 1;
        while (low <= high)
        {
            var middle = low + (high - low) / 2;
            var row = rows.SpanOf(middle);
            if (row.File == span.File && row.Contains(span.Start))
                return middle;
            if (row.File < span.File || (row.File == span.File && row.Start < span.Start))
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }
}
