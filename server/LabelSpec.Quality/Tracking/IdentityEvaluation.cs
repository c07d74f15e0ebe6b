using LabelSpec.Quality.Matching;

namespace LabelSpec.Quality.Tracking;

/// <summary>
/// The assignment of tracks to objects with most agreeing frames. TrackEval minimises misses and false alarms instead;
/// each agreeing frame saves one of both, so the two are one.
/// </summary>
static class IdentityEvaluation
{
    const double Threshold = .5;

    public static IdentityCounts Of(TrackingSequence sequence)
    {
        var agreeing = new double[sequence.TruthIds * sequence.TrackIds];
        long truths = 0,
            tracks = 0;
        foreach (var frame in sequence.Frames)
        {
            truths += frame.Truths.Length;
            tracks += frame.Tracks.Length;
            for (var i = 0; i < frame.Truths.Length; i++)
            for (var j = 0; j < frame.Tracks.Length; j++)
                if (frame.At(i, j) >= Threshold)
                    agreeing[frame.Truths[i] * sequence.TrackIds + frame.Tracks[j]]++;
        }

        var assigned = OptimalAssignment.Maximise(agreeing, sequence.TruthIds, sequence.TrackIds);
        long hits = 0;
        for (var truth = 0; truth < assigned.Length; truth++)
            if (assigned[truth] >= 0)
                hits += (long)agreeing[truth * sequence.TrackIds + assigned[truth]];
        return new(hits, tracks - hits, truths - hits);
    }
}
