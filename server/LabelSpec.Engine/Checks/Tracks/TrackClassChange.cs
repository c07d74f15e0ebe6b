using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Tracks;

/// <summary>One object has two classes on its way.</summary>
sealed class TrackClassChange(CheckContext context) : TrackCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3703", "track_class_change", "Class changes within a track", Severity.Error);

    public override void Judge(TrackView track, CheckReport report)
    {
        if (track.Steps.Length < 2)
            return;
        report.Judged();
        var first = track.Steps[0].Row;
        var (changed, times) = (-1, 0);
        for (var i = 1; i < track.Steps.Length; i++)
        {
            var (row, before) = (track.Steps[i].Row, track.Steps[i - 1].Row);
            if (Rows.Categories[row] == Rows.Categories[before])
                continue;
            times++;
            (changed, first) = changed < 0 ? (row, before) : (changed, first);
        }

        if (changed >= 0)
            report.Violated(Violation.OfPair(changed, first) with { Value = times });
    }

    public override Explanation Explain(in Violation violation)
    {
        var track = Rows.Tracks[violation.Subject];
        var (now, before) = (ClassOf(violation.Subject), ClassOf(violation.Other));
        return new(
            $"{NameOfTrack(track)} turns from {before} to {now} in frame {Facts.Tracks.FrameName(violation.Subject)}; its "
                + $"class changes {(violation.Value == 1 ? "once" : $"{violation.Value} times")}."
        )
        {
            Field = Field.Category,
            Values = [new DecidingValue("changes", violation.Value)],
            Related = [new(SubjectKind.Annotation, violation.Other, $"{before} until here")],
        };
    }

    string ClassOf(int row) =>
        Rows.Categories[row] is >= 0 and var category ? Data.Categories.NameOf(category) : "no class";
}
