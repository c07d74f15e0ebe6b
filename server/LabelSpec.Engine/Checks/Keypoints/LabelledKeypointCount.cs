using System.Buffers.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Keypoints;

/// <summary>A stated <c>num_keypoints</c> that is not the number of labelled keypoints; evaluations skip by it.</summary>
sealed class LabelledKeypointCount(CheckContext context) : KeypointCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3503", "labelled_keypoint_count", "Stated number of keypoints is wrong", Severity.Warning)
        {
            HasFix = true,
        };

    protected override void JudgeKeypoints(ShapeView shape, CheckReport report)
    {
        if (StatedCount(shape.Row) is not { } stated)
            return;
        var labelled = 0;
        foreach (var point in shape.Keypoints.Points)
            if (point.IsLabelled)
                labelled++;
        report.Judged();
        if (stated != labelled)
            report.Violated(Violation.OfAnnotation(shape.Row) with { Value = stated, Limit = labelled });
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            $"num_keypoints of {NameOf(violation.Subject)} is {violation.Value}, but "
                + $"{Wording.Count((long)violation.Limit, "keypoint is", "keypoints are")} labelled (visibility above 0)."
        )
        {
            Field = Field.KeypointCount,
            Values = [new DecidingValue("stated", violation.Value), new DecidingValue("labelled", violation.Limit)],
            Repairs =
            [
                new(
                    "Count the labelled keypoints",
                    new ElementChange.SetKeypointCount(Element.Annotation(violation.Subject), (int)violation.Limit)
                ),
            ],
        };

    // The number is in no column, as few files have it: it is looked up in the source.
    long? StatedCount(int row)
    {
        var span = Data.Locate(Element.Annotation(row), Field.KeypointCount);
        if (span.IsNone || span == Rows.SpanOf(row))
            return null;
        var text = Data.Files[span.File].Bytes.Slice(span.Start, span.Length);
        return Utf8Parser.TryParse(text, out long stated, out var used) && used == text.Length ? stated : null;
    }
}
