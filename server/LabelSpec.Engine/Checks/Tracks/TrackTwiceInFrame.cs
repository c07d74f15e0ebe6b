using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Tracks;

/// <summary>One object at two places of one frame.</summary>
sealed class TrackTwiceInFrame(CheckContext context) : TrackCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3707", "track_twice_in_frame", "Track is twice in one frame", Severity.Error) { HasFix = true };

    public override void Judge(TrackView track, CheckReport report)
    {
        if (track.Steps.Length == 0 || Facts.Conventions.ObjectsHaveParts(Rows.FileOf(track.Steps[0].Row)))
            return;
        report.Judged(track.Steps.Length);
        for (var i = 1; i < track.Steps.Length; i++)
            // Two cameras may see an object at once, in two images.
            if (
                track.Steps[i].Frame == track.Steps[i - 1].Frame
                && Rows.Images[track.Steps[i].Row] == Rows.Images[track.Steps[i - 1].Row]
            )
                report.Violated(Violation.OfPair(track.Steps[i].Row, track.Steps[i - 1].Row));
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            $"{NameOfTrack(Rows.Tracks[violation.Subject])} is twice in frame {Facts.Tracks.FrameOf(violation.Subject)}."
        )
        {
            Field = new Field(FieldKind.Frame),
            Related = [new(SubjectKind.Annotation, violation.Other, "the same track in this frame")],
            Repairs =
            [
                new("Remove the second one", new ElementChange.Remove(Element.Annotation(violation.Subject)))
                {
                    IsSafe = Rows.Boxes[violation.Subject] == Rows.Boxes[violation.Other],
                },
            ],
        };
}
