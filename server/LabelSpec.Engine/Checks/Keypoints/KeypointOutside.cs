using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Checks.Geometry;
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
            Parameters =
            [
                new("tolerance", 1, "px", "How far a keypoint may leave the image: one pixel is rounding"),
                ImageBorder.SmallestSide,
            ],
        };

    readonly ImageBorder border = ImageBorder.Of(context, Info);

    protected override void JudgeKeypoints(ShapeView shape, CheckReport report)
    {
        var frame = Facts.FrameOf(shape.Image);
        if (frame.IsEmpty || Facts.MayLeaveImage(shape.Row))
            return;
        report.Judged();
        var points = shape.Keypoints.Points;
        var isOpen = false;
        for (var i = 0; i < points.Length; i++)
        {
            if (!points[i].IsLabelled)
                continue;
            var outside = new Box(points[i].X, points[i].Y, 0, 0).Overhang(frame);
            var isBeyond = border.IsBeyond(shape.Image, outside);
            isOpen |= isBeyond is null;
            if (isBeyond != true)
                continue;
            report.Violated(Violation.OfAnnotation(shape.Row) with { Detail = i, Value = outside });
            return;
        }

        if (isOpen)
            report.Undecidable();
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            $"{PointName(violation.Subject, violation.Detail)} of {NameOf(violation.Subject)} lies "
                + $"{border.Show(Rows.Images[violation.Subject], violation.Value)} outside the image."
        )
        {
            Field = Field.Keypoint(violation.Detail),
            Values =
            [
                new DecidingValue("outside", violation.Value),
                new DecidingValue("tolerance", border.ToleranceIn(Rows.Images[violation.Subject])),
            ],
        };
}
