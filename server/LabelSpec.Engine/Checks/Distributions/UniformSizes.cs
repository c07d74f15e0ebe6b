using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Distributions;

/// <summary>
/// Nearly all boxes of a class are of one size: of ten equal parts of what lies between the smallest and the largest, on a scale of
/// ratios, one holds nearly all. One finding for each class, at the first such box.
/// </summary>
sealed class UniformSizes(CheckContext context) : CategoryMeasures(Info, context)
{
    const int Parts = 10;

    public static new CheckInfo Info { get; } =
        new("LS5026", "uniform_sizes", "Boxes of a class nearly all of one size", Severity.Info)
        {
            Parameters =
            [
                new("share", 0.8, "%", "From this share of one size on"),
                new("samples", 50, "", "Classes with fewer boxes are not judged"),
            ],
        };

    readonly double limit = context.Settings.ParameterOf(Info, "share");
    readonly double samples = context.Settings.ParameterOf(Info, "samples");

    // What stands still has one size in all frames, and rightly so.
    protected override bool CountsTracks => false;

    protected override double SmallestMeasure => 1;

    // The side of the square of the same area.
    protected override double Measure(Box box) => Math.Sqrt(box.Area);

    protected override void JudgeEvidence(CategoryTallies evidence, CheckReport report)
    {
        for (var category = 0; category < Data.Categories.Count; category++)
        {
            if (evidence.Of(category) is not { } tally || tally.Total < samples)
                continue;
            report.Judged();
            var (first, end, count) = FullestPart(tally);
            if (count >= limit * tally.Total)
                report.Violated(
                    Violation.OfAnnotation(FirstIn(category, first, end)) with
                    {
                        Value = count,
                        Limit = tally.Total,
                    }
                );
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var category = Rows.Categories[violation.Subject];
        var tally = Judged.Of(category)!;
        var (first, end, _) = FullestPart(tally);
        var (smallest, largest) = (tally.Smallest.Rows[0].Value, tally.Largest.Rows[0].Value);
        var (from, to) = (Math.Max(smallest, LogBins.Start(first)), Math.Min(largest, LogBins.Start(end)));
        return new(
            $"{Wording.Percent(violation.Value / violation.Limit)} of {violation.Limit} boxes of "
                + $"\"{Data.Categories.NameOf(category)}\" are of nearly one size, {Wording.Number(from)} to "
                + $"{Wording.Number(to)} px; all lie between {Wording.Number(smallest)} and {Wording.Number(largest)} px."
        )
        {
            Field = Field.Extent,
            Values =
            [
                new DecidingValue("share", violation.Value / violation.Limit),
                new DecidingValue("limit", limit),
                new DecidingValue("boxes", violation.Limit),
            ],
        };
    }

    /// <summary>The fullest of the parts, as bins; a part is never narrower than a bin.</summary>
    static (int First, int End, long Count) FullestPart(LogTally tally)
    {
        var (first, last) = (LogBins.Of(tally.Smallest.Rows[0].Value), LogBins.Of(tally.Largest.Rows[0].Value));
        var width = (last - first + Parts) / Parts;
        var fullest = (First: first, End: first + width, Count: 0L);
        for (var start = first; start <= last; start += width)
            if (tally.CountIn(start, Math.Min(start + width, LogBins.Count)) is var count && count > fullest.Count)
                fullest = (start, Math.Min(start + width, LogBins.Count), count);
        return fullest;
    }

    int FirstIn(int category, int first, int end)
    {
        for (var row = 0; ; row++)
            if (
                Rows.Categories[row] == category
                && IsCounted(row)
                && LogBins.Of(Measure(Rows.Boxes[row])) is var bin
                && bin >= first
                && bin < end
            )
                return row;
    }
}
