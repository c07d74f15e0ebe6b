using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Tracks;

/// <summary>An object is suddenly much larger or smaller than in the frame before.</summary>
sealed class TrackSizeJump(CheckContext context) : StepCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3705", "track_size_jump", "Size jumps within a track", Severity.Warning)
        {
            Parameters = [new("ratio", 3, "", "Larger to smaller area, from one frame to the next")],
        };

    protected override double Limit { get; } = Math.Log(context.Settings.ParameterOf(Info, "ratio"));

    // What the edge of the picture cuts changes in one direction only; where the frame is not known, any box may be cut.
    protected override double Change(TrackStep earlier, TrackStep later)
    {
        var (before, after) = (Rows.Boxes[earlier.Row], Rows.Boxes[later.Row]);
        var isFrameKnown = !Facts.FrameOf(Rows.Images[later.Row]).IsEmpty;
        var (wider, taller) = (Math.Log(after.Width / before.Width), Math.Log(after.Height / before.Height));
        return isFrameKnown ? Math.Abs(wider + taller) : 2 * Math.Min(Math.Abs(wider), Math.Abs(taller));
    }

    public override Explanation Explain(in Violation violation)
    {
        var (now, before) = (Rows.Boxes[violation.Subject], Rows.Boxes[violation.Other]);
        return new(
            $"{NameOfTrack(Rows.Tracks[violation.Subject])} changes from {Show(before)} in frame "
                + $"{Facts.Tracks.FrameName(violation.Other)} to {Show(now)} in frame {Facts.Tracks.FrameName(violation.Subject)}."
        )
        {
            Field = Field.Extent,
            Values =
            [
                new DecidingValue("ratio", Math.Exp(violation.Value)),
                new DecidingValue("median", Math.Exp(violation.Limit)),
            ],
            Related = [new(SubjectKind.Annotation, violation.Other, "the frame before")],
        };
    }

    static string Show(Box box) => $"{Wording.Number(box.Width)} x {Wording.Number(box.Height)} px";
}
