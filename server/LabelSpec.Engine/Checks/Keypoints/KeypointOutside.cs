using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Keypoints;

/// <summary>A labelled keypoint beside the image.</summary>
sealed class KeypointOutside(CheckContext context) : KeypointCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3504", "keypoint_outside", "Keypoint lies outside the image", Severity.Warning)
        {
            Parameters = [new("tolerance", 1, "px", "How far a keypoint may leave the image: one pixel is rounding")],
        };

    readonly double tolerance = context.Settings.ParameterOf(Info, "tolerance");

    protected override void JudgeKeypoints(ShapeView shape, CheckReport report)
    {
        var frame = Facts.FrameOf(shape.Image);
        if (frame.IsEmpty || Facts.MayLeaveImage(shape.Row))
            return;
        report.Judged();
        var points = shape.Keypoints.Points;
        for (var i = 0; i < points.Length; i++)
        {
            var outside = new Box(points[i].X, points[i].Y, 0, 0).Overhang(frame);
            if (points[i].IsLabelled && outside > 0 && !Facts.KnowsPixels(shape.Image))
            {
                report.Undecidable();
                return;
            }

            if (points[i].IsLabelled && outside > tolerance)
            {
                report.Violated(Violation.OfAnnotation(shape.Row) with { Detail = i, Value = outside });
                return;
            }
        }
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            $"{PointName(violation.Subject, violation.Detail)} of {NameOf(violation.Subject)} lies "
                + $"{Wording.Number(violation.Value)} px outside the image."
        )
        {
            Field = Field.Keypoint(violation.Detail),
            Values = [new DecidingValue("outside", violation.Value), new DecidingValue("tolerance", tolerance)],
        };
}
