using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Segments;

/// <summary>A segment is listed whose id no pixel of the picture has.</summary>
sealed class SegmentWithoutPixels(CheckContext context) : ShapeCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3411", "segment_without_pixels", "Segment has no pixels in its picture", Severity.Error)
        {
            HasFix = true,
        };

    public override AnnotationFlags Needs => AnnotationFlags.MaskInPicture;

    public override void Judge(ShapeView shape, CheckReport report)
    {
        if (shape.Mask.Mask is not { } mask)
            return;
        report.Judged();
        if (mask.Area == 0)
            report.Violated(Violation.OfAnnotation(shape.Row));
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            $"No pixel of {Path.GetFileName(Data.ReadLabelPicture(violation.Subject)?.Path)} has the id of "
                + $"{NameOf(violation.Subject)}."
        )
        {
            Field = new Field(FieldKind.Id),
            Repairs =
            [
                new("Remove the segment", new ElementChange.Remove(Element.Annotation(violation.Subject)))
                {
                    IsSafe = false,
                },
            ],
        };
}
