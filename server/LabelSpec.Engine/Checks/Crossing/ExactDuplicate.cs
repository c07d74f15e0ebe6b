using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Crossing;

/// <summary>The same object twice: same image, same class, same box, and the same shape in every number.</summary>
sealed class ExactDuplicate(CheckContext context) : Check(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3601", "exact_duplicate", "Annotation is there twice", Severity.Error) { HasFix = true };

    /// <param name="row">An annotation with a box.</param>
    /// <param name="original">The one that it repeats, −1 for none.</param>
    /// <param name="report">Where to leave the violation.</param>
    public void Judge(int row, int original, CheckReport report)
    {
        if ((Rows.Flags[row] & AnnotationFlags.Prediction) != 0)
            return;
        report.Judged();
        if (original >= 0)
            report.Violated(Violation.OfPair(row, original));
    }

    public override Explanation Explain(in Violation violation) =>
        new($"{NameOf(violation.Subject)} repeats {NameOf(violation.Other)}: same class and same geometry.")
        {
            Field = Field.Extent,
            Related = [new(SubjectKind.Annotation, violation.Other, "the same annotation before")],
            Repairs = [new("Remove the second one", new ElementChange.Remove(Element.Annotation(violation.Subject)))],
        };
}
