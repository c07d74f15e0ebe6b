using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>A stored box that is not the bounding box of the polygon or mask beside it.</summary>
sealed class BoxShapeMismatch(CheckContext context) : ShapeCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3207", "box_shape_mismatch", "Box disagrees with the polygon or mask", Severity.Warning)
        {
            HasFix = true,
            Parameters =
            [
                new("tolerance", 2, "px", "How far an edge of the box may lie from that of the shape"),
                new("relative", 0.02, "%", "The same as a share of the box's longer side; the larger one counts"),
            ],
        };

    readonly double tolerance = context.Settings.ParameterOf(Info, "tolerance");
    readonly double relative = context.Settings.ParameterOf(Info, "relative");

    public override AnnotationFlags Needs => AnnotationFlags.HasStoredBox;

    public override void Judge(ShapeView shape, CheckReport report)
    {
        // Models predict both, each by itself.
        if (
            (shape.Flags & (AnnotationFlags.HasPolygon | AnnotationFlags.HasMask)) == 0
            || shape.Flags.HasFlag(AnnotationFlags.Prediction)
        )
            return;
        var box = shape.Box;
        var bounds = BoundsOf(shape);
        // Broken boxes and polygons are reported as such.
        if (!box.IsFinite || box.IsEmpty || !bounds.IsFinite || bounds.IsEmpty || Facts.MayLeaveImage(shape.Row))
            return;
        report.Judged();
        var difference = Distance(box, bounds);
        if (difference > 0 && !Facts.KnowsPixels(shape.Image))
            report.Undecidable();
        else if (difference > Math.Max(tolerance, relative * Math.Max(box.Width, box.Height)))
            report.Violated(Violation.OfAnnotation(shape.Row) with { Value = difference });
    }

    public override Explanation Explain(in Violation violation)
    {
        var view = new ShapeView(Data);
        view.MoveTo(violation.Subject);
        var bounds = BoundsOf(view);
        var kind = view.Flags.HasFlag(AnnotationFlags.HasMask) ? "mask" : "polygon";
        return new(
            $"The box of {NameOf(violation.Subject)} is up to {Wording.Number(violation.Value)} px off its {kind}, "
                + $"whose bounds are {Show(bounds)}."
        )
        {
            Field = Field.Box,
            Values = [new DecidingValue("difference", violation.Value), new DecidingValue("tolerance", tolerance)],
            Repairs =
            [
                new(
                    $"Set the bounds of the {kind}",
                    new ElementChange.SetBox(Element.Annotation(violation.Subject), bounds)
                ),
            ],
        };
    }

    static Box BoundsOf(ShapeView shape) =>
        shape.Flags.HasFlag(AnnotationFlags.HasMask) ? shape.Mask.Mask?.Bounds ?? default : shape.PolygonFacts.Bounds;

    static double Distance(Box a, Box b) =>
        Math.Max(
            Math.Max(Math.Abs(a.Left - b.Left), Math.Abs(a.Top - b.Top)),
            Math.Max(Math.Abs(a.Right - b.Right), Math.Abs(a.Bottom - b.Bottom))
        );

    static string Show(Box box) =>
        $"[{Wording.Number(box.Left)}, {Wording.Number(box.Top)}, {Wording.Number(box.Width)}, {Wording.Number(box.Height)}]";
}
