using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>A box without extent, or with its corners exchanged. Boxes below one pixel are small, not wrong.</summary>
sealed class BoxSize(CheckContext context) : ColumnCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3202", "box_size", "Box has no positive width and height", Severity.Error) { HasFix = true };

    public override void Judge(int first, int end, CheckReport report)
    {
        for (var row = first; row < end; row++)
        {
            var flags = Rows.Flags[row];
            if (
                !flags.HasFlag(AnnotationFlags.HasStoredBox)
                    && Rows.Shapes[row] is not (ShapeKind.Box or ShapeKind.RotatedBox or ShapeKind.Ellipse)
                || flags.HasFlag(AnnotationFlags.Ignore)
            )
                continue;
            var box = Rows.Boxes[row];
            if (!box.IsFinite)
                continue;
            report.Judged();
            if (!(box.Width > 0 && box.Height > 0))
                report.Violated(Violation.OfAnnotation(row));
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var box = Rows.Boxes[violation.Subject];
        var isNegative = box.Width < 0 || box.Height < 0;
        var size = Facts.KnowsPixels(Rows.Images[violation.Subject])
            ? $"{Wording.Number(box.Width)} x {Wording.Number(box.Height)} px"
            : $"{Wording.Share(box.Width)} x {Wording.Share(box.Height)} in shares of the image";
        return new(
            $"The box of {NameOf(violation.Subject)} is {size}"
                + (isNegative ? "; its corners seem to be exchanged." : "; it covers nothing.")
        )
        {
            Field = Field.Extent,
            Values = [new DecidingValue("width", box.Width), new DecidingValue("height", box.Height)],
            Repairs = isNegative
                ? []
                :
                [
                    new("Remove the annotation", new ElementChange.Remove(Element.Annotation(violation.Subject)))
                    {
                        IsSafe = false,
                    },
                ],
        };
    }
}
