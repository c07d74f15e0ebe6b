using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>
/// A stated area that is neither that of the shape nor that of its box (which box-only exporters state by convention). Where
/// only the box is left of an object, the area may be that of a lost mask, but no mask is larger than its box. Crowds keep
/// the area of an original that is no longer in the file.
/// </summary>
sealed class AreaMismatch(CheckContext context) : ShapeCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3206", "area_mismatch", "Stated area disagrees with the shape", Severity.Warning)
        {
            HasFix = true,
            Parameters =
            [
                new(
                    "tolerance",
                    0.1,
                    "%",
                    "How far the stated area may differ from the shape's, as a share of the larger"
                ),
            ],
        };

    readonly double tolerance = context.Settings.ParameterOf(Info, "tolerance");

    public override AnnotationFlags Needs => AnnotationFlags.None;

    public override void Judge(ShapeView shape, CheckReport report)
    {
        var stated = Rows.StoredAreas[shape.Row];
        // The area of a segment is counted in pixels, and judged so.
        if (!(stated > 0) || (shape.Flags & (AnnotationFlags.Crowd | AnnotationFlags.MaskInPicture)) != 0)
            return;
        var box = shape.Box;
        if (Agree(stated, box.Area, 0))
        {
            report.Judged();
            return;
        }

        var drawn = DrawnArea.Of(shape);
        if (!(drawn > 0))
            return;
        report.Judged();
        var isOnlyBox = (shape.Flags & (AnnotationFlags.HasPolygon | AnnotationFlags.HasMask)) == 0;
        if (!Agree(stated, drawn, CountingSlack(stated, box)) && !(isOnlyBox && stated < drawn))
            report.Violated(Violation.OfAnnotation(shape.Row) with { Value = stated, Limit = drawn });
    }

    public override Explanation Explain(in Violation violation) =>
        DrawnArea.Instead(
            violation,
            $"The stated area of {NameOf(violation.Subject)} is {Wording.Number(violation.Value)} px², "
                + $"its shape covers {Wording.Number(violation.Limit)} px². Evaluations by size use the stated one."
        );

    // A whole number of px² was counted in pixels, which an outline cuts: half its length may come or go.
    static double CountingSlack(double stated, Box box) =>
        stated == Math.Floor(stated) && box.IsFinite ? Math.Abs(box.Width) + Math.Abs(box.Height) : 0;

    bool Agree(double stated, double drawn, double slack) =>
        Math.Abs(stated - drawn) <= tolerance * Math.Max(stated, drawn) + slack;
}
