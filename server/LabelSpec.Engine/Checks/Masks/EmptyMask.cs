using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Masks;

/// <summary>A mask without a single pixel.</summary>
sealed class EmptyMask(CheckContext context) : ShapeCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3403", "empty_mask", "Mask has no pixels", Severity.Warning) { HasFix = true };

    public override AnnotationFlags Needs => AnnotationFlags.HasMask;

    public override void Judge(ShapeView shape, CheckReport report)
    {
        if (shape.Mask.Mask is not { } mask || shape.Flags.HasFlag(AnnotationFlags.MaskInPicture))
            return;
        report.Judged();
        if (mask.Area == 0)
            report.Violated(Violation.OfAnnotation(shape.Row));
    }

    public override Explanation Explain(in Violation violation) =>
        new($"The mask of {NameOf(violation.Subject)} has no pixels.")
        {
            Field = Field.Segmentation,
            Repairs =
            [
                new("Remove the annotation", new ElementChange.Remove(Element.Annotation(violation.Subject)))
                {
                    IsSafe = false,
                },
            ],
        };
}
