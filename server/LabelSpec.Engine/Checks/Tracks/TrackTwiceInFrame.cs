using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Checks.Crossing;
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
        var first = 0;
        for (var i = 1; i < track.Steps.Length; i++)
        {
            if (track.Steps[i].Frame != track.Steps[first].Frame)
                first = i;
            // Two cameras may see an object at once, in two images.
            else if (
                Rows.Images[track.Steps[i].Row] == Rows.Images[track.Steps[i - 1].Row]
                && !IsCopy(track.Steps[first].Row, track.Steps[i].Row)
                && !IsCopy(track.Steps[i - 1].Row, track.Steps[i].Row)
            )
                report.Violated(Violation.OfPair(track.Steps[i].Row, track.Steps[i - 1].Row));
        }
    }

    // What is there twice in every number is an exact duplicate, and says so.
    bool IsCopy(int first, int second) => Pairs.IsCopy(Data, first, second);

    public override Explanation Explain(in Violation violation) =>
        new(
            $"{NameOfTrack(Rows.Tracks[violation.Subject])} is twice in frame {Facts.Tracks.FrameName(violation.Subject)}."
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
