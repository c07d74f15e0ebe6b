using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Keypoints;

/// <summary>A visible keypoint far beside the box of its own object: it belongs to another one.</summary>
sealed class KeypointOutsideBox(CheckContext context) : KeypointCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3507", "keypoint_outside_box", "Keypoint lies outside its own box", Severity.Warning)
        {
            Parameters =
            [
                new("tolerance", 3, "px", "How far a keypoint may leave its box in any case"),
                new("relative", 0.25, "%", "How far a keypoint may leave its box, as a share of the longer side"),
            ],
        };

    readonly double tolerance = context.Settings.ParameterOf(Info, "tolerance");
    readonly double limit = context.Settings.ParameterOf(Info, "relative");

    protected override void JudgeKeypoints(ShapeView shape, CheckReport report)
    {
        var box = shape.Box;
        if (!shape.Flags.HasFlag(AnnotationFlags.HasStoredBox) || !box.IsFinite || !(box.Width > 0 && box.Height > 0))
            return;
        report.Judged();
        var points = shape.Keypoints.Points;
        for (var i = 0; i < points.Length; i++)
        {
            var outside = new Box(points[i].X, points[i].Y, 0, 0).Overhang(box);
            if (points[i].IsVisible && outside > 0 && !Facts.KnowsPixels(shape.Image))
            {
                report.Undecidable();
                return;
            }

            if (!points[i].IsVisible || outside <= Math.Max(tolerance, limit * Math.Max(box.Width, box.Height)))
                continue;
            report.Violated(Violation.OfAnnotation(shape.Row) with { Detail = i, Value = outside });
            return;
        }
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            $"{PointName(violation.Subject, violation.Detail)} of {NameOf(violation.Subject)} lies "
                + $"{Wording.Number(violation.Value)} px outside the box of {NameOf(violation.Subject)}."
        )
        {
            Field = Field.Keypoint(violation.Detail),
            Values = [new DecidingValue("outside", violation.Value), new DecidingValue("relative", limit)],
        };
}
