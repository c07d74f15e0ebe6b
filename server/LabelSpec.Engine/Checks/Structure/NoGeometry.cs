using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Structure;

/// <summary>
/// An annotation that says what, but not where. A file of nothing but such annotations labels whole images; among
/// annotations with a place, one without is incomplete.
/// </summary>
sealed class NoGeometry : ColumnCheck
{
    readonly bool[] expectsGeometry;

    public NoGeometry(CheckContext context)
        : base(Info, context) => expectsGeometry = FindFilesOfObjects(context.Dataset);

    public static new CheckInfo Info { get; } =
        new("LS3005", "no_geometry", "Annotation without geometry", Severity.Warning);

    internal override IEnumerable<bool> Circumstances => expectsGeometry;

    public override void Judge(int first, int end, CheckReport report)
    {
        report.Judged(end - first);
        for (var row = first; row < end; row++)
            if (
                (Rows.Shapes[row] == ShapeKind.None && (Rows.Flags[row] & AnnotationFlags.Unread) == 0)
                || (Rows.Shapes[row] == ShapeKind.Tag && expectsGeometry[Rows.FileOf(row)])
            )
                report.Violated(Violation.OfAnnotation(row));
    }

    public override Explanation Explain(in Violation violation) =>
        new($"This annotation ({NameOf(violation.Subject)}) has neither a box nor any other shape.");

    // Only COCO leaves out the geometry to make a tag; other formats write tags as tags.
    static bool[] FindFilesOfObjects(Dataset dataset)
    {
        var rows = dataset.Annotations;
        var surplus = new long[dataset.Files.Length];
        for (var row = 0; row < rows.Count; row++)
            surplus[rows.FileOf(row)] += rows.Shapes[row] is ShapeKind.Tag or ShapeKind.Caption ? -1 : 1;
        return [.. surplus.Select((more, file) => more > 0 && dataset.Files[file].Format?.Id is ("coco" or "lvis"))];
    }
}
