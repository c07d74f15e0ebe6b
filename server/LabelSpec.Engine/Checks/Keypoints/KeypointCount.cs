using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Keypoints;

/// <summary>A list of keypoints that is not three numbers for each keypoint of the category.</summary>
sealed class KeypointCount(CheckContext context) : KeypointCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3501", "keypoint_count", "Wrong number of keypoints", Severity.Error);

    protected override void JudgeKeypoints(ShapeView shape, CheckReport report)
    {
        var declared = Facts.DeclarationOf(shape.Row)?.Keypoints.Length ?? 0;
        report.Judged();
        if (shape.Keypoints.Remainder != 0 || (declared > 0 && shape.Keypoints.Count != declared))
            report.Violated(Violation.OfAnnotation(shape.Row) with { Limit = declared });
        else if (declared == 0)
            report.Undecidable();
    }

    public override Explanation Explain(in Violation violation)
    {
        var keypoints = ViewOf(violation.Subject).Keypoints;
        var declared = (int)violation.Limit;
        return new(
            keypoints.Remainder != 0
                ? $"The keypoints of {NameOf(violation.Subject)} are not triples of x, y and visibility: "
                    + $"{Wording.Count(keypoints.Remainder, "number is", "numbers are")} left over."
                : $"{NameOf(violation.Subject)} has {Wording.Count(keypoints.Count, "keypoint")}, its category declares {declared}."
        )
        {
            Field = new Field(FieldKind.Keypoints),
            Values = [new DecidingValue("keypoints", keypoints.Count), new DecidingValue("declared", declared)],
        };
    }
}
