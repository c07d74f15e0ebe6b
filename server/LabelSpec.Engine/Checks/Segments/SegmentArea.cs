using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Segments;

/// <summary>The stated area of a segment is not the number of its pixels, which can be counted exactly.</summary>
sealed class SegmentArea(CheckContext context) : ShapeCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3413", "segment_area", "Stated area is not the number of the segment's pixels", Severity.Warning)
        {
            HasFix = true,
        };

    public override AnnotationFlags Needs => AnnotationFlags.MaskInPicture;

    public override void Judge(ShapeView shape, CheckReport report)
    {
        var stated = Rows.StoredAreas[shape.Row];
        if (!double.IsFinite(stated) || shape.Mask.Mask is not { Area: > 0 } mask)
            return;
        report.Judged();
        if (stated != mask.Area)
            report.Violated(Violation.OfAnnotation(shape.Row) with { Value = stated, Limit = mask.Area });
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            $"The stated area of {NameOf(violation.Subject)} is {Wording.Number(violation.Value)} px², and "
                + $"{Wording.Number(violation.Limit)} pixels of the picture have its id."
        )
        {
            Field = Field.Area,
            Values = [new DecidingValue("area", violation.Value), new DecidingValue("pixels", violation.Limit)],
            Repairs =
            [
                new(
                    "Set the number of pixels",
                    new ElementChange.SetArea(Element.Annotation(violation.Subject), violation.Limit)
                ),
            ],
        };
}
