using LabelSpec.Quality.Matching;

namespace LabelSpec.Quality.Tracking;

/// <summary>
/// HOTA of one sequence. Frames are matched once, by similarity times how well object and track agree over the whole
/// sequence; each threshold then keeps the pairs that reach it.
/// </summary>
sealed class HotaEvaluation(TrackingSequence sequence)
{
    const double Epsilon = 2.220446049250313e-16;

    readonly int[] framesOfTruth = new int[sequence.TruthIds];
    readonly int[] framesOfTrack = new int[sequence.TrackIds];
    readonly Dictionary<(int Truth, int Track), double> agreement = [];
    readonly Dictionary<(int Truth, int Track), int[]> hitsOfPair = [];
    readonly long[] hits = new long[Thresholds.Length];
    readonly double[] similarity = new double[Thresholds.Length];
    long truths;
    long tracks;

    /// <summary>.05 to .95 in steps of .05, as numpy.arange computes them.</summary>
    public static double[] Thresholds { get; } = [.. Enumerable.Range(0, 19).Select(i => .05 + i * .05)];

    public static HotaThreshold[] Of(TrackingSequence sequence) => new HotaEvaluation(sequence).Run();

    HotaThreshold[] Run()
    {
        foreach (var frame in sequence.Frames)
            Align(frame);
        foreach (var frame in sequence.Frames)
            Match(frame);
        return [.. Enumerable.Range(0, Thresholds.Length).Select(At)];
    }

    // Each position is shared out among those that it resembles, so that crowded places count less.
    void Align(TrackingFrame frame)
    {
        foreach (var truth in frame.Truths)
            framesOfTruth[truth]++;
        foreach (var track in frame.Tracks)
            framesOfTrack[track]++;
        truths += frame.Truths.Length;
        tracks += frame.Tracks.Length;
        double[] ofTruth = new double[frame.Truths.Length],
            ofTrack = new double[frame.Tracks.Length];
        for (var i = 0; i < ofTruth.Length; i++)
        for (var j = 0; j < ofTrack.Length; j++)
        {
            ofTruth[i] += frame.At(i, j);
            ofTrack[j] += frame.At(i, j);
        }

        for (var i = 0; i < ofTruth.Length; i++)
        for (var j = 0; j < ofTrack.Length; j++)
        {
            var whole = ofTruth[i] + ofTrack[j] - frame.At(i, j);
            if (whole <= Epsilon || frame.At(i, j) == 0)
                continue;
            var pair = (frame.Truths[i], frame.Tracks[j]);
            agreement[pair] = agreement.GetValueOrDefault(pair) + frame.At(i, j) / whole;
        }
    }

    void Match(TrackingFrame frame)
    {
        if (frame.Truths.Length == 0 || frame.Tracks.Length == 0)
            return;
        var scores = new double[frame.Similarity.Length];
        for (var i = 0; i < frame.Truths.Length; i++)
        for (var j = 0; j < frame.Tracks.Length; j++)
            scores[i * frame.Tracks.Length + j] = Alignment(frame.Truths[i], frame.Tracks[j]) * frame.At(i, j);
        var assigned = OptimalAssignment.Maximise(scores, frame.Truths.Length, frame.Tracks.Length);
        for (var i = 0; i < assigned.Length; i++)
            if (assigned[i] >= 0)
                Count((frame.Truths[i], frame.Tracks[assigned[i]]), frame.At(i, assigned[i]));
    }

    double Alignment(int truth, int track)
    {
        var agreed = agreement.GetValueOrDefault((truth, track));
        return agreed / (framesOfTruth[truth] + framesOfTrack[track] - agreed);
    }

    void Count((int Truth, int Track) pair, double overlap)
    {
        for (var t = 0; t < Thresholds.Length && overlap >= Thresholds[t] - Epsilon; t++)
        {
            if (!hitsOfPair.TryGetValue(pair, out var counts))
                hitsOfPair.Add(pair, counts = new int[Thresholds.Length]);
            counts[t]++;
            hits[t]++;
            similarity[t] += overlap;
        }
    }

    HotaThreshold At(int threshold)
    {
        double association = 0,
            recall = 0,
            precision = 0;
        foreach (var ((truth, track), counts) in hitsOfPair)
        {
            double common = counts[threshold];
            association += common * common / (framesOfTruth[truth] + framesOfTrack[track] - common);
            recall += common * common / framesOfTruth[truth];
            precision += common * common / framesOfTrack[track];
        }

        return new(
            hits[threshold],
            tracks - hits[threshold],
            truths - hits[threshold],
            association,
            recall,
            precision,
            similarity[threshold]
        );
    }
}
