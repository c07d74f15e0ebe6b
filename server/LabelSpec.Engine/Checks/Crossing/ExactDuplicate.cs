using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Crossing;

/// <summary>The same object twice: same image, same class, same box, and the same shape in every number.</summary>
sealed class ExactDuplicate(CheckContext context) : PairCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3601", "exact_duplicate", "Annotation is there twice", Severity.Error) { HasFix = true };

    public override double SmallestIoU => 1 - 1e-9;

    public override void Judge(int first, int second, double iou, CheckReport report)
    {
        if (!Pairs.AreComparable(Rows, first, second))
            return;
        report.Judged();
        if (Pairs.AreEqual(Data, first, second))
            report.Violated(Violation.OfPair(second, first));
    }

    public override Explanation Explain(in Violation violation) =>
        new($"{NameOf(violation.Subject)} repeats {NameOf(violation.Other)}: same class and same geometry.")
        {
            Field = Field.Box,
            Related = [new(SubjectKind.Annotation, violation.Other, "the same annotation before")],
            Repairs = [new("Remove the second one", new ElementChange.Remove(Element.Annotation(violation.Subject)))],
        };
}
