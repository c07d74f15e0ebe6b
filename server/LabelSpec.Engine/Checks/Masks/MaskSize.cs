using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Masks;

/// <summary>A mask of other dimensions than its image; COCO's tools then find no overlap with anything.</summary>
sealed class MaskSize(CheckContext context) : ShapeCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3401", "mask_size", "Mask is not as large as its image", Severity.Error);

    public override AnnotationFlags Needs => AnnotationFlags.HasMask;

    public override void Judge(ShapeView shape, CheckReport report)
    {
        var frame = Facts.FrameOf(shape.Image);
        if (shape.Mask.Mask is not { } mask || frame.IsEmpty || shape.Flags.HasFlag(AnnotationFlags.MaskInPicture))
            return;
        report.Judged();
        if (mask.Width != frame.Width || mask.Height != frame.Height)
            report.Violated(Violation.OfAnnotation(shape.Row) with { Value = mask.Width, Limit = mask.Height });
    }

    public override Explanation Explain(in Violation violation)
    {
        var frame = Facts.FrameOf(Rows.Images[violation.Subject]);
        var isSwapped = violation.Value == frame.Height && violation.Limit == frame.Width;
        return new(
            $"The mask of {NameOf(violation.Subject)} is {violation.Value} x {violation.Limit} px, "
                + $"its image {frame.Width} x {frame.Height} px."
                + (isSwapped ? " The size of a mask is written as [height, width]." : "")
        )
        {
            Field = Field.MaskSize,
            Values = [new DecidingValue("width", violation.Value), new DecidingValue("height", violation.Limit)],
        };
    }
}
