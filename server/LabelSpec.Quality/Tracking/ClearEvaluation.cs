using LabelSpec.Quality.Matching;

namespace LabelSpec.Quality.Tracking;

/// <summary>Walks the frames of a sequence; a pair of the frame before is kept wherever it is still good.</summary>
sealed class ClearEvaluation(TrackingSequence sequence)
{
    const double Threshold = .5;
    const double Epsilon = 2.220446049250313e-16;
    const int None = -1;

    // Outweighs any difference of similarities, so that pairs of the frame before are kept.
    const double Loyalty = 1000;

    readonly int[] lastTrack = Filled(sequence.TruthIds);
    readonly int[] trackInFrameBefore = Filled(sequence.TruthIds);
    readonly int[] framesOfTruth = new int[sequence.TruthIds];
    readonly int[] framesFound = new int[sequence.TruthIds];
    readonly int[] timesFoundAgain = new int[sequence.TruthIds];
    long hits;
    long falseAlarms;
    long misses;
    long switches;
    double similarity;

    public static ClearCounts Of(TrackingSequence sequence) => new ClearEvaluation(sequence).Run();

    ClearCounts Run()
    {
        foreach (var frame in sequence.Frames)
        {
            foreach (var truth in frame.Truths)
                framesOfTruth[truth]++;
            // As in TrackEval, a frame with one side only does not interrupt the pairs of the frame before it.
            if (frame.Truths.Length == 0 || frame.Tracks.Length == 0)
            {
                falseAlarms += frame.Tracks.Length;
                misses += frame.Truths.Length;
            }
            else
                Match(frame);
        }

        var ratios = Enumerable.Range(0, framesOfTruth.Length).Select(i => framesFound[i] / (double)framesOfTruth[i]);
        int mostly = ratios.Count(ratio => ratio > .8),
            partly = ratios.Count(ratio => ratio >= .2) - mostly;
        return new()
        {
            Hits = hits,
            FalseAlarms = falseAlarms,
            Misses = misses,
            IdSwitches = switches,
            Fragmentations = timesFoundAgain.Sum(times => Math.Max(0, times - 1)),
            MostlyTracked = mostly,
            PartlyTracked = partly,
            MostlyLost = framesOfTruth.Length - mostly - partly,
            Similarity = similarity,
        };
    }

    void Match(TrackingFrame frame)
    {
        var scores = new double[frame.Similarity.Length];
        for (var i = 0; i < frame.Truths.Length; i++)
        for (var j = 0; j < frame.Tracks.Length; j++)
            if (frame.At(i, j) >= Threshold - Epsilon)
                scores[i * frame.Tracks.Length + j] =
                    frame.At(i, j) + (trackInFrameBefore[frame.Truths[i]] == frame.Tracks[j] ? Loyalty : 0);
        var assigned = OptimalAssignment.Maximise(scores, frame.Truths.Length, frame.Tracks.Length);
        var now = Filled(sequence.TruthIds);
        var found = 0;
        for (var i = 0; i < assigned.Length; i++)
        {
            if (assigned[i] < 0 || scores[i * frame.Tracks.Length + assigned[i]] <= Epsilon)
                continue;
            Found(frame.Truths[i], frame.Tracks[assigned[i]], frame.At(i, assigned[i]));
            now[frame.Truths[i]] = frame.Tracks[assigned[i]];
            found++;
        }

        now.CopyTo(trackInFrameBefore, 0);
        hits += found;
        misses += frame.Truths.Length - found;
        falseAlarms += frame.Tracks.Length - found;
    }

    void Found(int truth, int track, double overlap)
    {
        if (lastTrack[truth] != None && lastTrack[truth] != track)
            switches++;
        if (trackInFrameBefore[truth] == None)
            timesFoundAgain[truth]++;
        lastTrack[truth] = track;
        framesFound[truth]++;
        similarity += overlap;
    }

    static int[] Filled(int length)
    {
        var array = new int[length];
        Array.Fill(array, None);
        return array;
    }
}
