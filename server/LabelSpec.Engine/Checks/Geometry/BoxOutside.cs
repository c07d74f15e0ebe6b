using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>A box that lies beside the image altogether: mostly another coordinate system, or another image.</summary>
sealed class BoxOutside(CheckContext context) : ColumnCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3204", "box_outside", "Box lies entirely outside the image", Severity.Error) { HasFix = true };

    public override void Judge(int first, int end, CheckReport report)
    {
        for (var row = first; row < end; row++)
        {
            if (!BoxFrame.TryGet(Facts, Rows, row, out var box, out var frame))
                continue;
            report.Judged();
            if (box.IsOutside(frame))
                report.Violated(Violation.OfAnnotation(row));
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        BoxFrame.TryGet(Facts, Rows, violation.Subject, out var box, out _);
        var image = Rows.Images[violation.Subject];
        return new(
            $"The box of {NameOf(violation.Subject)} (left {ImageBorder.Position(Facts, image, box.Left)}, "
                + $"top {ImageBorder.Position(Facts, image, box.Top)}) lies entirely outside the image "
                + $"{ImageBorder.SizeOf(Facts, image)}."
        )
        {
            Field = Field.Extent,
            Values = [new DecidingValue("left", box.Left), new DecidingValue("top", box.Top)],
            Repairs =
            [
                new("Remove the annotation", new ElementChange.Remove(Element.Annotation(violation.Subject)))
                {
                    IsSafe = false,
                },
            ],
        };
    }
}
