using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Tracks;

/// <summary>An object is suddenly far from where it was in the frame before.</summary>
sealed class TrackJump(CheckContext context) : StepCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3706", "track_jump", "Position jumps within a track", Severity.Warning)
        {
            Parameters = [new("sizes", 2, "", "Distance from one frame to the next, in sizes of the box")],
        };

    protected override double Limit { get; } = context.Settings.ParameterOf(Info, "sizes");

    // The size is the side of the square of the same area as the larger box. What all objects do, the camera does.
    protected override double Change(TrackStep earlier, TrackStep later)
    {
        var (before, after) = (Rows.Boxes[earlier.Row], Rows.Boxes[later.Row]);
        var (right, down) = Facts.Tracks.Camera.Between(earlier, later);
        var distance = double.Hypot(after.Center.X - before.Center.X - right, after.Center.Y - before.Center.Y - down);
        return distance / Math.Sqrt(Math.Max(before.Area, after.Area));
    }

    public override Explanation Explain(in Violation violation)
    {
        var (now, before) = (Rows.Boxes[violation.Subject].Center, Rows.Boxes[violation.Other].Center);
        return new(
            $"{NameOfTrack(Rows.Tracks[violation.Subject])} jumps by {Wording.Number(violation.Value)} times its size, from "
                + $"({Wording.Number(before.X)}, {Wording.Number(before.Y)}) in frame {Facts.Tracks.FrameName(violation.Other)} "
                + $"to ({Wording.Number(now.X)}, {Wording.Number(now.Y)}) in frame "
                + $"{Facts.Tracks.FrameName(violation.Subject)}; half of its steps are shorter than "
                + $"{Wording.Number(violation.Limit)}."
        )
        {
            Field = Field.Extent,
            Values = [new DecidingValue("sizes", violation.Value), new DecidingValue("median", violation.Limit)],
            Related = [new(SubjectKind.Annotation, violation.Other, "the frame before")],
        };
    }
}
