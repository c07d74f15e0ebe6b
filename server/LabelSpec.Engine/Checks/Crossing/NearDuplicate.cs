using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Crossing;

/// <summary>Nearly the same box and class twice. Where both have polygons or masks, those have to agree as well.</summary>
sealed class NearDuplicate(CheckContext context) : PairCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3602", "near_duplicate", "Annotation is nearly there twice", Severity.Warning)
        {
            HasFix = true,
            Parameters =
            [
                new("iou", 0.95, "%", "Boxes that overlap more are duplicates"),
                new("shape_iou", 0.8, "%", "Polygons and masks that overlap less are different objects"),
            ],
        };

    readonly double limit = context.Settings.ParameterOf(Info, "iou");
    readonly double shapeLimit = context.Settings.ParameterOf(Info, "shape_iou");

    public override double SmallestIoU => limit;

    // Predictions overlap by nature.
    public override bool TakesPart(int row) => (Rows.Flags[row] & AnnotationFlags.Prediction) == 0;

    public override bool IsWithinCategories => true;

    public override bool Repeats(int first, int second) => ShapeOverlap.Agree(Data, first, second, shapeLimit);

    public override Explanation Explain(in Violation violation) =>
        new(
            $"{NameOf(violation.Subject)} covers nearly the same place as {NameOf(violation.Other)} "
                + $"(IoU {new DecidingValue("", violation.Value).Display})."
        )
        {
            Field = Field.Extent,
            Values = [new DecidingValue("iou", violation.Value), new DecidingValue("limit", limit)],
            Related = [new(SubjectKind.Annotation, violation.Other, "the annotation it nearly repeats")],
            Repairs =
            [
                new("Remove the second one", new ElementChange.Remove(Element.Annotation(violation.Subject)))
                {
                    IsSafe = false,
                },
            ],
        };
}
