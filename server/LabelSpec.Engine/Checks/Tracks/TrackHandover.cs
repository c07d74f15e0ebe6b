using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Tracks;

/// <summary>A track ends and another of the same class begins at the same place in the next frame: one object, two ids.</summary>
sealed class TrackHandover(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3702", "track_handover", "Object continues under another track id", Severity.Warning)
        {
            Parameters = [new("iou", 0.7, "%", "Boxes that overlap more are one object")],
        };

    readonly double limit = context.Settings.ParameterOf(Info, "iou");

    public override void Judge(CheckReport report)
    {
        var ends = new Dictionary<(int Sequence, int Index, int Category), List<int>>();
        var starts = new List<(int Sequence, int Index, int Row)>();
        var view = new TrackView(Data, Facts.Tracks);
        for (var track = 0; track < Data.Tracks.Count; track++)
        {
            view.MoveTo(track);
            if (view.IsPrediction || !TryEnds(view, out var first, out var last))
                continue;
            var frames = Facts.Tracks.FramesOf(view.Sequence);
            report.Judged();
            starts.Add((view.Sequence, frames.BinarySearch(first.Frame), first.Row));
            var end = (view.Sequence, frames.BinarySearch(last.Frame), Rows.Categories[last.Row]);
            if (!ends.TryGetValue(end, out var rows))
                ends.Add(end, rows = []);
            rows.Add(last.Row);
        }

        foreach (var (sequence, index, row) in starts)
        {
            var (best, iou) = (-1, limit);
            foreach (var other in ends.GetValueOrDefault((sequence, index - 1, Rows.Categories[row])) ?? [])
            {
                var overlap = Rows.Boxes[row].IoU(Rows.Boxes[other]);
                if (overlap > iou)
                    (best, iou) = (other, overlap);
                // Nothing overlaps more, however many tracks end here.
                if (iou >= 1)
                    break;
            }

            if (best >= 0)
                report.Violated(Violation.OfPair(row, best) with { Value = iou });
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var (now, before) = (Rows.Tracks[violation.Subject], Rows.Tracks[violation.Other]);
        return new(
            $"{Facts.Tracks.NameOf(now)} begins in frame {Facts.Tracks.FrameName(violation.Subject)} where "
                + $"{Facts.Tracks.NameOf(before)} ends (IoU {Wording.Number(violation.Value)}): one object with two ids."
        )
        {
            Field = new Field(FieldKind.Track),
            Values = [new DecidingValue("iou", violation.Value), new DecidingValue("limit", limit)],
            Related = [new(SubjectKind.Annotation, violation.Other, "where the other track ends")],
        };
    }

    static bool TryEnds(TrackView view, out TrackStep first, out TrackStep last)
    {
        (first, last) = (default, default);
        var any = false;
        foreach (var step in view.Steps)
            if (step.IsSeen)
            {
                first = any ? first : step;
                last = step;
                any = true;
            }

        return any;
    }
}
