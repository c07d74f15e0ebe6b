using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Confidence intervals by drawing images with replacement (B. Efron, 1979; percentile intervals). Annotations of one image
/// depend on each other, so that images are drawn and not annotations. The images that a half width needs follow from the
/// linearised variance of a ratio (W. Cochran, Sampling Techniques, 1977, section 6.4): n = (z · s / margin)².
/// </summary>
public static class Bootstrap
{
    // More images are dealt into so many hands first, and hands are drawn: the spread of the sums is the same, and drawing a
    // data set of a million images costs no more than one of two thousand.
    const int MostHands = 2000;

    static readonly ImmutableArray<Ratio> Ratios =
    [
        new("accuracy", image => image.Counts.Valid, image => image.Counts.Total),
        new("precision", image => image.Counts.Valid, image => image.Counts.Work),
        new("recall", image => image.Counts.Valid, image => image.Counts.Truth),
        new("f1", image => 2.0 * image.Counts.Valid, image => image.Counts.Work + image.Counts.Truth),
        new(
            "jaccard",
            image => image.Counts.Valid,
            image => image.Counts.Work + image.Counts.Truth - image.Counts.Valid
        ),
        new("mean_iou", image => image.Iou.Sum, image => image.Iou.Count),
    ];

    public static ImmutableArray<ScoreInterval> Of(ComparisonResult result, IntervalSettings settings)
    {
        ImageNumbers[] images =
        [
            .. result.Images.Select(image => new ImageNumbers(Counts.Of(image.Outcomes).With(image.Empty), image.Iou)),
        ];
        var parts = new (double Above, double Below)[Ratios.Length][];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = [.. images.Select(image => (Ratios[i].Above(image), Ratios[i].Below(image)))];
        var drawn = images.Length < 2 ? [] : Draw([.. parts.Select(Deal)], settings);
        return
        [
            .. Ratios.Select(
                (ratio, i) => IntervalOf(ratio.Name, parts[i], drawn.Length > 0 ? drawn[i] : [], settings)
            ),
        ];
    }

    static (double Above, double Below)[] Deal((double Above, double Below)[] images)
    {
        if (images.Length <= MostHands)
            return images;
        var hands = new (double Above, double Below)[MostHands];
        for (var i = 0; i < images.Length; i++)
        {
            ref var hand = ref hands[i % MostHands];
            hand = (hand.Above + images[i].Above, hand.Below + images[i].Below);
        }

        return hands;
    }

    // For each ratio its value in each drawn data set.
    static double[][] Draw((double Above, double Below)[][] parts, IntervalSettings settings)
    {
        var images = parts[0].Length;
        var drawn = new double[parts.Length][];
        for (var i = 0; i < drawn.Length; i++)
            drawn[i] = new double[settings.Resamples];
        Parallel.For(
            0,
            settings.Resamples,
            resample =>
            {
                // A generator for each data set: results do not depend on the number of threads.
                var random = new SplitMix((ulong)settings.Seed << 32 | (uint)resample);
                Span<double> above = stackalloc double[parts.Length];
                Span<double> below = stackalloc double[parts.Length];
                above.Clear();
                below.Clear();
                for (var n = 0; n < images; n++)
                {
                    var image = random.Below(images);
                    for (var i = 0; i < parts.Length; i++)
                    {
                        above[i] += parts[i][image].Above;
                        below[i] += parts[i][image].Below;
                    }
                }

                for (var i = 0; i < parts.Length; i++)
                    drawn[i][resample] = above[i] / below[i];
            }
        );
        return drawn;
    }

    static ScoreInterval IntervalOf(
        string name,
        (double Above, double Below)[] parts,
        double[] drawn,
        IntervalSettings settings
    )
    {
        var below = parts.Sum(part => part.Below);
        if (below == 0)
            return new(name, double.NaN, double.NaN, null, "there is nothing to judge");
        if (parts.Length < 2)
            return new(name, double.NaN, double.NaN, null, "one image tells nothing about others");
        double[] values = [.. drawn.Where(double.IsFinite).Order()];
        var tail = (1 - settings.Confidence) / 2;
        var ratio = parts.Sum(part => part.Above) / below;
        var mean = below / parts.Length;
        var variance =
            parts.Sum(part => (part.Above - ratio * part.Below) * (part.Above - ratio * part.Below))
            / (parts.Length - 1)
            / (mean * mean);
        var z = NormalQuantile.Of(1 - tail);
        var needed = z * z * variance / (settings.Margin * settings.Margin);
        return needed > 0
            ? new(name, Quantile(values, tail), Quantile(values, 1 - tail), (long)Math.Ceiling(needed), null)
            : new(
                name,
                Quantile(values, tail),
                Quantile(values, 1 - tail),
                null,
                "all images score the same, so that nothing is known about how much they vary"
            );
    }

    // Between order statistics, linearly.
    static double Quantile(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var lower = (int)position;
        return lower + 1 < sorted.Length
            ? sorted[lower] + (position - lower) * (sorted[lower + 1] - sorted[lower])
            : sorted[^1];
    }

    readonly record struct ImageNumbers(Counts Counts, IouShare Iou);

    sealed record Ratio(string Name, Func<ImageNumbers, double> Above, Func<ImageNumbers, double> Below);
}
