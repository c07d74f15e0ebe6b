using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Tracks;

/// <summary>
/// An object is there, missing for a few frames, and there again at the same place: it was forgotten rather than hidden,
/// as its track does not say that it is outside.
/// </summary>
sealed class TrackGap(CheckContext context) : TrackCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3701", "track_gap", "Object missing for a few frames", Severity.Warning)
        {
            Parameters =
            [
                new("frames", 3, "", "Longer gaps are objects that were hidden or had left"),
                new("iou", 0.25, "%", "How far the boxes before and after must overlap"),
            ],
        };

    readonly double longest = context.Settings.ParameterOf(Info, "frames");
    readonly double limit = context.Settings.ParameterOf(Info, "iou");

    public override void Judge(TrackView track, CheckReport report)
    {
        if (track.IsPrediction || track.Steps.Length < 2)
            return;
        report.Judged();
        for (var i = 1; i < track.Steps.Length; i++)
        {
            var (before, after) = (track.Steps[i - 1], track.Steps[i]);
            if (!before.IsSeen || !after.IsSeen)
                continue;
            var missing = Facts.Tracks.FramesBetween(track.Sequence, before.Frame, after.Frame);
            if (missing < 1 || missing > longest)
                continue;
            var iou = Rows.Boxes[before.Row].IoU(Rows.Boxes[after.Row]);
            if (iou < limit)
                continue;
            report.Violated(Violation.OfPair(after.Row, before.Row) with { Value = missing, Limit = iou });
            // One finding tells of a track; the others are beside it.
            return;
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var track = Rows.Tracks[violation.Subject];
        var (from, to) = (Facts.Tracks.FrameName(violation.Other), Facts.Tracks.FrameName(violation.Subject));
        return new(
            $"{NameOfTrack(track)} is missing for {Wording.Count((long)violation.Value, "frame")} between frame {from} and "
                + $"{to}, where it is at nearly the same place (IoU {Wording.Number(violation.Limit)})."
        )
        {
            Field = new Annotations.Formats.Field(Annotations.Formats.FieldKind.Frame),
            Values = [new DecidingValue("missing", violation.Value), new DecidingValue("iou", violation.Limit)],
            Related = [new(SubjectKind.Annotation, violation.Other, "last seen before")],
        };
    }
}
