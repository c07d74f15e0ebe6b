using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>A stated area of zero or less for a shape that covers something; evaluations sort it among the smallest.</summary>
sealed class AreaNotPositive(CheckContext context) : ShapeCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3205", "area_not_positive", "Stated area is not positive", Severity.Warning) { HasFix = true };

    public override AnnotationFlags Needs => AnnotationFlags.None;

    public override void Judge(ShapeView shape, CheckReport report)
    {
        var stated = Rows.StoredAreas[shape.Row];
        if (double.IsNaN(stated))
            return;
        report.Judged();
        if (stated > 0)
            return;
        // Where nothing is covered, the geometry is to blame, and other checks do.
        var drawn = DrawnArea.Of(shape);
        if (drawn > 0)
            report.Violated(Violation.OfAnnotation(shape.Row) with { Value = stated, Limit = drawn });
        else
            report.Undecidable();
    }

    public override Explanation Explain(in Violation violation) =>
        DrawnArea.Instead(
            violation,
            $"The stated area of {NameOf(violation.Subject)} is {Wording.Number(violation.Value)}, "
                + $"but its shape covers {Wording.Number(violation.Limit)} px²."
        );
}
