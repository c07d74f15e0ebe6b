using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Crossing;

/// <summary>One place with two classes: an annotator's change of mind of which both versions were kept.</summary>
sealed class SameBoxTwoClasses(CheckContext context) : PairCheck(Info, context)
{
    const AnnotationFlags NotAnObject =
        AnnotationFlags.Prediction | AnnotationFlags.Crowd | AnnotationFlags.Negative | AnnotationFlags.Ignore;

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

    public override bool TakesPart(int row) =>
        Rows.Categories[row] >= 0
        && (Rows.Flags[row] & NotAnObject) == 0
        && !Facts.Conventions.ObjectsHaveSeveralClasses(Rows.FileOf(row));

    public override bool IsWithinCategories => false;

    // A class and the class it extends may both be said of one object; whether they should is for the guideline.
    public override bool MayRepeat(int category, int other) =>
        Facts.ClassOf(category) is not { } one
        || Facts.ClassOf(other) is not { } another
        || (!one.IsA(another) && !another.IsA(one));

    public override bool Repeats(int first, int second) => ShapeOverlap.Agree(Data, first, second, shapeLimit);

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
}
