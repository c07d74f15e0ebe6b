using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Crossing;

/// <summary>One place with two classes: an annotator's change of mind of which both versions were kept.</summary>
sealed class SameBoxTwoClasses(CheckContext context) : PairCheck(Info, context)
{
    const AnnotationFlags NotAnObject = AnnotationFlags.Prediction | AnnotationFlags.Crowd | AnnotationFlags.Negative;

    public static new CheckInfo Info { get; } =
        new("LS3603", "same_box_two_classes", "Same place with two classes", Severity.Warning)
        {
            Parameters =
            [
                new("iou", 0.97, "%", "Boxes that overlap more are the same place"),
                new("shape_iou", 0.8, "%", "Polygons and masks that overlap less are different objects"),
            ],
        };

    readonly double limit = context.Settings.ParameterOf(Info, "iou");
    readonly double shapeLimit = context.Settings.ParameterOf(Info, "shape_iou");

    public override double SmallestIoU => limit;

    public override void Judge(int first, int second, double iou, CheckReport report)
    {
        if (!AreTwoClasses(first, second))
            return;
        report.Judged();
        if (ShapeOverlap.IoU(Data, first, second) is not { } shapes || shapes >= shapeLimit)
            report.Violated(Violation.OfPair(second, first) with { Value = iou });
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            $"{NameOf(violation.Subject)} and {NameOf(violation.Other)} have the same box "
                + $"(IoU {new DecidingValue("", violation.Value).Display}); one object has one class."
        )
        {
            Field = Field.Category,
            Values = [new DecidingValue("iou", violation.Value), new DecidingValue("limit", limit)],
            Related = [new(SubjectKind.Annotation, violation.Other, "the other class at this place")],
        };

    bool AreTwoClasses(int first, int second)
    {
        int a = Rows.Categories[first],
            b = Rows.Categories[second];
        if (a == b || a < 0 || b < 0 || !Pairs.AreSameWork(Rows, first, second))
            return false;
        if (((Rows.Flags[first] | Rows.Flags[second]) & NotAnObject) != 0)
            return false;
        // A class and the class it extends may both be said of one object; whether they should is for the guideline.
        return Facts.ClassOf(a) is not { } one
            || Facts.ClassOf(b) is not { } other
            || (!one.IsA(other) && !other.IsA(one));
    }
}
