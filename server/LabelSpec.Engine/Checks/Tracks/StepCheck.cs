using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Checks.Tracks;

/// <summary>
/// Compares an object in neighbouring frames with itself: a change beyond a limit, and far beyond what is usual for this
/// track, is reported once for each track, where it is largest.
/// </summary>
abstract class StepCheck(CheckInfo info, CheckContext context) : TrackCheck(info, context)
{
    /// <summary>Shorter tracks do not tell what is usual.</summary>
    const int FewestSteps = 4;

    /// <summary>How many times the median change is unusual.</summary>
    const double TimesMedian = 6;

    /// <summary>The smallest change that can be reported.</summary>
    protected abstract double Limit { get; }

    /// <summary>How much the object differs from itself in an earlier frame; NaN where that cannot be told.</summary>
    protected abstract double Change(TrackStep before, TrackStep after);

    /// <summary>Whether there is anything to compare.</summary>
    protected virtual bool Concerns(TrackView track) => true;

    public sealed override void Judge(TrackView track, CheckReport report)
    {
        if (track.IsPrediction || track.Steps.Length < FewestSteps || !Concerns(track))
            return;
        report.Judged();
        Span<double> changes =
            track.Steps.Length <= 256 ? stackalloc double[track.Steps.Length] : new double[track.Steps.Length];
        var (count, largest, at) = (0, 0.0, -1);
        for (var i = 1; i < track.Steps.Length; i++)
        {
            var (before, after) = (track.Steps[i - 1], track.Steps[i]);
            if (!before.IsSeen || !after.IsSeen || after.Frame == before.Frame)
                continue;
            if (!IsWhole(before.Row) || !IsWhole(after.Row))
                continue;
            var change = Change(before, after) / (after.Frame - before.Frame);
            // What cannot be told is no sign that the track is calm.
            if (double.IsNaN(change))
                continue;
            changes[count++] = change;
            // The first of equal ones, whatever the rounding.
            if (change > largest * (1 + 1e-9))
                (largest, at) = (change, i);
        }

        if (at < 0 || largest <= Limit)
            return;
        changes[..count].Sort();
        var median = changes[count / 2];
        if (largest > TimesMedian * median)
            report.Violated(
                Violation.OfPair(track.Steps[at].Row, track.Steps[at - 1].Row) with
                {
                    Value = largest,
                    Limit = median,
                }
            );
    }

    // Boxes at the edge of the picture change as the object comes in.
    bool IsWhole(int row)
    {
        var box = Rows.Boxes[row];
        var frame = Facts.FrameOf(Rows.Images[row]);
        return box.IsFinite
            && box is { Width: > 0, Height: > 0 }
            && Rows.Shapes[row] is not (ShapeKind.Point or ShapeKind.Polyline)
            && (frame.IsEmpty || box.EdgesTouched(frame, 2) == FrameEdges.None);
    }
}
