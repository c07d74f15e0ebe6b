using LabelSpec.Annotations.Reading;
using LabelSpec.Quality.Tracking;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Tracking;

public class TrackingInputTests
{
    // The tables in the README of py-motmetrics (cheind/py-motmetrics): MOTA 52.6 % and 56.4 %, IDF1 55.8 % and 64.5 %,
    // HOTA 39.1 % and 39.8 %; MOTP there is a distance, one minus ours.
    [RealDataTheory]
    [InlineData("TUD-Campus", .526, .558, .391, .277, 13, 150, 7, 7, 1, 6, 1)]
    [InlineData("TUD-Stadtmitte", .564, .645, .398, .346, 45, 452, 7, 6, 5, 4, 1)]
    public void Real_sequences_have_the_published_numbers(
        string name,
        double mota,
        double idf1,
        double hota,
        double distance,
        int falseAlarms,
        int missed,
        int switches,
        int fragmentations,
        int mostly,
        int partly,
        int lost
    )
    {
        var folder = RealData.PathOf($"mot/py-motmetrics/motmetrics/data/{name}");
        var input = TrackingInput.Of(
            DatasetReader.Read([Path.Combine(folder, "gt.txt")]),
            DatasetReader.Read([Path.Combine(folder, "test.txt")])
        );

        var report = TrackingEvaluator.Evaluate(input.Sequences);

        Assert.Equal(0, input.AmbiguousFrames);
        Assert.Equal(mota, report.Clear.Mota, .0005);
        Assert.Equal(idf1, report.Identity.F1, .0005);
        Assert.Equal(hota, report.Hota, .0005);
        Assert.Equal(distance, 1 - report.Clear.Motp, .0005);
        Assert.Equal(
            (falseAlarms, missed, switches, fragmentations),
            (report.Clear.FalseAlarms, report.Clear.Misses, report.Clear.IdSwitches, report.Clear.Fragmentations)
        );
        Assert.Equal(
            (mostly, partly, lost),
            (report.Clear.MostlyTracked, report.Clear.PartlyTracked, report.Clear.MostlyLost)
        );
    }
}
