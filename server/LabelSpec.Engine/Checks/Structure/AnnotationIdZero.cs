using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Structure;

/// <summary>COCO's evaluation takes the id of the matched annotation for a truth value, and so never matches id 0.</summary>
sealed class AnnotationIdZero(CheckContext context) : ColumnCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3002", "annotation_id_zero", "Annotation id is 0", Severity.Warning) { HasFix = true };

    public override void Judge(int first, int end, CheckReport report)
    {
        if (!Facts.Conventions.AnyIdZeroIsLost)
            return;
        report.Judged(end - first);
        for (var row = first; row < end; row++)
            if (
                Rows.Ids[row].Value == 0
                && (Rows.Flags[row] & (AnnotationFlags.HasId | AnnotationFlags.Prediction)) == AnnotationFlags.HasId
                && Facts.Conventions.IdZeroIsLost(Rows.FileOf(row))
            )
                report.Violated(Violation.OfAnnotation(row));
    }

    public override Explanation Explain(in Violation violation) =>
        new("COCO's evaluation counts an annotation with id 0 as missed, whatever is detected. Start ids at 1.")
        {
            Field = Field.Id,
            Repairs =
            [
                new(
                    "Give it a free id",
                    new ElementChange.SetId(Element.Annotation(violation.Subject), Facts.LargestAnnotationId + 1)
                ),
            ],
        };
}
