using CsCheck;
using LabelSpec.Quality.Tracking;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Tracking;

public class TrackingEvaluatorTests
{
    // An object of four frames, found by track 1 twice and then by track 2, each time exactly.
    static readonly TrackingReport Switched = Evaluate(
        Sequence("a", ([7], [1], [1]), ([7], [1], [1]), ([7], [2], [1]), ([7], [2], [1]))
    );

    [Fact]
    public void A_switch_of_identity_halves_the_association()
    {
        Assert.Equal(1, Switched.Clear.IdSwitches);
        Assert.Equal((4 - 0 - 1) / 4.0, Switched.Clear.Mota);
        Assert.Equal(1, Switched.Clear.Moda);
        Assert.Equal(1, Switched.Clear.Motal);
        Assert.Equal(0, Switched.Clear.Fragmentations);
        // One of the tracks may be the object: 2 right, 2 missed, 2 too many.
        Assert.Equal(new IdentityCounts(2, 2, 2), Switched.Identity);
        Assert.Equal(.5, Switched.Identity.F1);
        // Each hit's pair has 2 common of 4 + 2 - 2 positions.
        Assert.Equal(1, Switched.DetA);
        Assert.Equal(.5, Switched.AssA, 1e-12);
        Assert.Equal(Math.Sqrt(.5), Switched.Hota, 1e-12);
        Assert.Equal(1, Switched.LocA, 1e-12);
    }

    [Fact]
    public void Misses_false_alarms_and_gaps_are_counted()
    {
        // Frame 2: nothing is found, and the track is elsewhere; frame 4 holds a track only.
        var report = Evaluate(
            Sequence("a", ([7], [1], [.8]), ([7], [1], [.2]), ([7], [1], [.6]), ([], [1], []), ([7], [], []))
        );
        Assert.Equal((2, 2, 2), (report.Clear.Hits, report.Clear.FalseAlarms, report.Clear.Misses));
        Assert.Equal(1, report.Clear.Fragmentations);
        Assert.Equal(0, report.Clear.IdSwitches);
        Assert.Equal(0, report.Clear.Mota);
        Assert.Equal(.7, report.Clear.Motp, 1e-12);
        Assert.Equal((0, 1, 0), (report.Clear.MostlyTracked, report.Clear.PartlyTracked, report.Clear.MostlyLost));
        Assert.Equal(new IdentityCounts(2, 2, 2), report.Identity);
        // At .05 to .2 three hits, to .6 two, to .8 one, above none; object and track have four positions each.
        Assert.Equal(
            [3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 0, 0, 0],
            report.AtThresholds.Select(at => at.Hits)
        );
        Assert.Equal(3.0 / 5, report.AtThresholds[0].DetA, 1e-12);
        Assert.Equal(3.0 / (4 + 4 - 3), report.AtThresholds[0].AssA, 1e-12);
        Assert.Equal(3.0 / 5, report.AtThresholds[0].Hota, 1e-12);
        Assert.Equal(Math.Sqrt(3.0 / 4 * 3 / 5), report.AtThresholds[0].Owta, 1e-12);
        Assert.Equal(0, report.AtThresholds[^1].Hota);
    }

    [Fact]
    public void A_pair_is_kept_while_it_is_good_although_another_fits_better()
    {
        var report = Evaluate(Sequence("a", ([7], [1], [.9]), ([7], [1, 2], [.6, .95]), ([7], [1, 2], [.4, .95])));
        // Only the last frame switches.
        Assert.Equal(1, report.Clear.IdSwitches);
        Assert.Equal((.9 + .6 + .95) / 3, report.Clear.Motp, 1e-12);
    }

    [Fact]
    public void Hota_matches_by_agreement_over_the_whole_sequence()
    {
        // In the middle frame track 2 fits a little better, but track 1 is the object's track.
        var report = Evaluate(Sequence("a", ([7], [1], [1]), ([7], [1, 2], [.8, .85]), ([7], [1], [1])));
        var at = report.AtThresholds[0];
        Assert.Equal(3, at.Hits);
        Assert.Equal(1, at.AssA, 1e-12);
    }

    [Fact]
    public void Perfect_tracks_have_ones_and_no_tracks_have_zeros()
    {
        var perfect = Evaluate(Sequence("a", ([1, 2], [5, 6], [1, 0, 0, 1]), ([1, 2], [6, 5], [0, 1, 1, 0])));
        Assert.Equal(
            (1, 1, 1, 2),
            (perfect.Clear.Mota, perfect.Identity.F1, perfect.Hota, perfect.Clear.MostlyTracked)
        );
        var none = Evaluate(Sequence("a", ([1, 2], [], [])));
        Assert.Equal((0, 0, 0, 2), (none.Clear.Mota, none.Identity.F1, none.Hota, none.Clear.MostlyLost));
        Assert.Equal(0, Evaluate().Hota);
    }

    [Fact]
    public void Sequences_merge_to_what_one_run_gives() =>
        Gen.Select(Gen.Int[0, 3].Array[0, 3], Gen.Int[0, 3].Array[0, 3], Gen.Double[0, 1].Array[9])
            .Array[1, 6]
            .Array[1, 5]
            .Holds(videos =>
            {
                var sequences = videos.Select(Random).ToArray();
                var whole = Evaluate(sequences);
                var merged = TrackingReport.Merge(sequences.Reverse().Select(sequence => Evaluate(sequence)));
                Assert.Equal(whole.Clear, merged.Clear);
                Assert.Equal(whole.Identity, merged.Identity);
                Assert.Equal(whole.AtThresholds.AsEnumerable(), merged.AtThresholds);
                Assert.InRange(whole.Hota, 0, 1);
                Assert.InRange(whole.Identity.F1, 0, 1);
            });

    [Fact]
    public void An_id_that_occurs_twice_in_a_frame_is_refused()
    {
        var sequence = new TrackingSequence("a");
        Assert.False(sequence.TryAddFrame([1, 1], [2], [1, 1]));
        Assert.False(sequence.TryAddFrame([1], [2, 2], [1, 1]));
        Assert.Empty(sequence.Frames);
        Assert.True(sequence.TryAddFrame([1], [2], [double.NaN]));
        Assert.Equal(0, Evaluate(sequence).Clear.Hits);
        Assert.Throws<ArgumentException>(() => sequence.TryAddFrame([1], [2], []));
        Assert.Throws<ArgumentException>(() => TrackingReport.Merge(Switched, Switched));
    }

    static TrackingSequence Random((int[] Truths, int[] Tracks, double[] Similarity)[] frames, int index)
    {
        var sequence = new TrackingSequence($"video {index}");
        foreach (var (truths, tracks, similarity) in frames)
        {
            long[] truthIds = [.. truths.Distinct()],
                trackIds = [.. tracks.Distinct()];
            sequence.TryAddFrame(truthIds, trackIds, similarity.AsSpan(0, truthIds.Length * trackIds.Length));
        }

        return sequence;
    }

    static TrackingSequence Sequence(string name, params (long[] Truths, long[] Tracks, double[] Similarity)[] frames)
    {
        var sequence = new TrackingSequence(name);
        foreach (var (truths, tracks, similarity) in frames)
            Assert.True(sequence.TryAddFrame(truths, tracks, similarity));
        return sequence;
    }

    static TrackingReport Evaluate(params TrackingSequence[] sequences) => TrackingEvaluator.Evaluate(sequences);
}
