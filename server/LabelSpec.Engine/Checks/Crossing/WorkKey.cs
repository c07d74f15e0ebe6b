using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Checks.Crossing;

/// <summary>
/// Whose work an annotation is, and of which kind. Two annotators' work on one image is there to be compared, and crowds lie over
/// objects by nature: only annotations of one key repeat each other.
/// </summary>
readonly record struct WorkKey(int Annotator, int File, int Frame, AnnotationFlags Kind)
{
    public static WorkKey Of(AnnotationTable rows, int row) =>
        new(
            rows.Annotators[row],
            rows.FileOf(row),
            rows.Frames[row],
            rows.Flags[row] & (AnnotationFlags.Prediction | AnnotationFlags.Crowd | AnnotationFlags.Negative)
        );
}
