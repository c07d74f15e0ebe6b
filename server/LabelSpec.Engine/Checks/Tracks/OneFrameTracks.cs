using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Tracks;

/// <summary>Tracks that are seen in a single frame of their sequence: one finding for each sequence.</summary>
sealed class OneFrameTracks(CheckContext context) : DatasetCheck(Info, context)
{
    const int Examples = 4;

    public static new CheckInfo Info { get; } =
        new("LS3708", "one_frame_tracks", "Tracks of a single frame", Severity.Info);

    public override void Judge(CheckReport report)
    {
        foreach (var (first, count, _) in BySequence().Where(one => one.Total > 0))
        {
            report.Judged();
            if (count > 0)
                report.Violated(Violation.OfAnnotation(first[0]) with { Value = count });
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var (rows, count, total) = BySequence()[Facts.Tracks.SequenceOf(violation.Subject)];
        var names = rows.Select(row => NameOfTrack(row)).ToList();
        return new(
            $"{count} of {Wording.Count(total, "track")} are seen in a single frame, such as {string.Join(", ", names)}."
        )
        {
            Field = new Field(FieldKind.Frame),
            Values = [new DecidingValue("tracks", count), new DecidingValue("of", total)],
            Related =
            [
                .. rows.Skip(1).Select(row => new RelatedSubject(SubjectKind.Annotation, row, NameOfTrack(row))),
            ],
        };
    }

    string NameOfTrack(int row) => Facts.Tracks.NameOf(Rows.Tracks[row]);

    // For each sequence the only rows of the first such tracks, how many there are, and how many tracks.
    (List<int> First, long Count, long Total)[] BySequence()
    {
        var found = new (List<int> First, long Count, long Total)[Facts.Tracks.SequenceCount];
        for (var sequence = 0; sequence < found.Length; sequence++)
            found[sequence].First = [];
        var view = new TrackView(Data, Facts.Tracks);
        for (var track = 0; track < Data.Tracks.Count; track++)
        {
            view.MoveTo(track);
            // A sequence of which one frame is known has no other tracks.
            if (view.Sequence < 0 || view.IsPrediction || Facts.Tracks.FramesOf(view.Sequence).Length < 2)
                continue;
            ref var one = ref found[view.Sequence];
            one.Total++;
            var seen = 0;
            foreach (var step in view.Steps)
                seen += step.IsSeen ? 1 : 0;
            if (seen != 1)
                continue;
            one.Count++;
            if (one.First.Count < Examples)
                one.First.Add(view.Steps[0].Row);
        }

        return found;
    }
}
