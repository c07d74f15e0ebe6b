using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Keypoints;

/// <summary>A visibility that is not 0 (not labelled), 1 (hidden) or 2 (visible).</summary>
sealed class KeypointVisibility(CheckContext context) : KeypointCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3502", "keypoint_visibility", "Visibility is not 0, 1 or 2", Severity.Error);

    protected override void JudgeKeypoints(ShapeView shape, CheckReport report)
    {
        report.Judged();
        var points = shape.Keypoints.Points;
        for (var i = 0; i < points.Length; i++)
            if (points[i].Visibility is not (0 or 1 or 2))
            {
                report.Violated(Violation.OfAnnotation(shape.Row) with { Detail = i, Value = points[i].Visibility });
                return;
            }
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            $"The visibility of {PointName(violation.Subject, violation.Detail)} of {NameOf(violation.Subject)} is "
                + $"{Wording.Number(violation.Value)}; 0 means not labelled, 1 hidden, 2 visible."
        )
        {
            Field = Field.KeypointVisibility(violation.Detail),
            Values = [new DecidingValue("visibility", violation.Value)],
        };
}
