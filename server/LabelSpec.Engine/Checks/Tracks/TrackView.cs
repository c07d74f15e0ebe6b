using System.Runtime.InteropServices;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Checks.Tracks;

/// <summary>One track after the other, its annotations in order of frames. One for each worker.</summary>
public sealed class TrackView(Dataset dataset, TrackFacts facts)
{
    readonly List<TrackStep> steps = [];

    public Dataset Dataset => dataset;

    /// <summary>Index of the track.</summary>
    public int Track { get; private set; }

    /// <summary>Index of the sequence in <see cref="TrackFacts"/>, −1 where the track has no frames.</summary>
    public int Sequence { get; private set; }

    /// <summary>In order of frames; annotations of one frame in file order. Annotations without a frame are left out.</summary>
    public ReadOnlySpan<TrackStep> Steps => CollectionsMarshal.AsSpan(steps);

    /// <summary>Whether a model made it: trackers lose and swap objects by nature.</summary>
    public bool IsPrediction { get; private set; }

    public void MoveTo(int track)
    {
        Track = track;
        steps.Clear();
        Sequence = -1;
        var rows = dataset.Annotations;
        IsPrediction = false;
        // KITTI gives all that it does not care about the id -1.
        if (dataset.Tracks[track].Id is { IsText: false, Value: < 0 })
            return;
        foreach (var row in dataset.Tracks.AnnotationsOf(track))
        {
            var frame = facts.FrameOf(row);
            if (frame < 0)
                continue;
            Sequence = facts.SequenceOf(row);
            steps.Add(new(frame, row, (rows.Flags[row] & AnnotationFlags.Outside) == 0));
        }

        IsPrediction = steps.Count > 0 && (rows.Flags[steps[0].Row] & AnnotationFlags.Prediction) != 0;
        steps.Sort((a, b) => a.Frame != b.Frame ? a.Frame.CompareTo(b.Frame) : a.Row.CompareTo(b.Row));
    }
}
