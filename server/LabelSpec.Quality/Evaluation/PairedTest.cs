using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Evaluation;

/// <summary>
/// Compares AP of two models on the same images: paired bootstrap over images (B. Efron, R. Tibshirani, 1993) and paired
/// randomisation (E. W. Noreen, 1989; for detection the images are exchanged, as predictions of one image hang together).
/// Both draw from fixed seeds.
/// </summary>
sealed class PairedTest
{
    const ulong PermutationSeed = 20_260_103;

    readonly CocoMatches first;
    readonly List<Row[]> categories = [];
    readonly long[][] positives;
    readonly int images;
    readonly int classes;

    /// <param name="first">Match results of the model.</param>
    /// <param name="second">Of the other, with the same ground truth and settings.</param>
    /// <param name="objects">Objects that are not ignored: key of the image and category of each.</param>
    public PairedTest(CocoMatches first, CocoMatches second, IEnumerable<(long Image, int Category)> objects)
    {
        this.first = first;
        images = first.ImageKeys.Length;
        classes = first.CategoryNames.Length;
        positives = new long[classes][];
        for (var category = 0; category < classes; category++)
        {
            Row[] rows = [.. RowsOf(first, category, 0), .. RowsOf(second, category, 1)];
            categories.Add([.. rows.OrderByDescending(row => row.Score)]);
            positives[category] = new long[images];
        }

        foreach (var (image, category) in objects)
            positives[category][Array.BinarySearch(first.ImageKeys, image)]++;
    }

    public ModelComparison Compare(
        string metric,
        int[] overlaps,
        int samples,
        double confidence,
        ParallelOptions parallel
    )
    {
        var all = Ones();
        double value = Ap(all, [all, new int[images]], overlaps),
            other = Ap(all, [new int[images], all], overlaps);
        var interval = Bootstrap(overlaps, samples, confidence, parallel);
        return new(metric, value, other, interval, Permutation(Math.Abs(value - other), overlaps, samples, parallel));
    }

    BootstrapInterval Bootstrap(int[] overlaps, int samples, double confidence, ParallelOptions parallel)
    {
        // Drawn one after the other and measured at once, so that threads do not change the outcome.
        List<int[]> draws = [];
        BootstrapInterval.Of(
            images,
            samples,
            confidence,
            times =>
            {
                draws.Add([.. times]);
                return 0;
            }
        );
        var differences = new double[draws.Count];
        var none = new int[images];
        Parallel.For(
            0,
            draws.Count,
            parallel,
            i => differences[i] = Ap(draws[i], [draws[i], none], overlaps) - Ap(draws[i], [none, draws[i]], overlaps)
        );
        var next = 0;
        return BootstrapInterval.Of(images, samples, confidence, _ => differences[next++]);
    }

    double Permutation(double observed, int[] overlaps, int samples, ParallelOptions parallel)
    {
        if (samples < 1)
            return double.NaN;
        var random = new DeterministicRandom(PermutationSeed);
        var swaps = new int[samples][];
        for (var sample = 0; sample < samples; sample++)
        {
            swaps[sample] = new int[images];
            for (var image = 0; image < images; image++)
                swaps[sample][image] = random.Below(2);
        }

        var all = Ones();
        var asLarge = 0;
        Parallel.For(
            0,
            samples,
            parallel,
            sample =>
            {
                int[] kept = [.. swaps[sample].Select(swap => 1 - swap)];
                var difference = Ap(all, [kept, swaps[sample]], overlaps) - Ap(all, [swaps[sample], kept], overlaps);
                if (Math.Abs(difference) >= observed - 1e-12)
                    Interlocked.Increment(ref asLarge);
            }
        );
        return (asLarge + 1) / (samples + 1.0);
    }

    int[] Ones()
    {
        var ones = new int[images];
        Array.Fill(ones, 1);
        return ones;
    }

    // Mean over classes with objects and thresholds, each image counting as often as its weight says.
    double Ap(int[] truthWeights, int[][] modelWeights, int[] overlaps)
    {
        double sum = 0;
        var count = 0;
        List<(double Recall, double Precision)> hits = [];
        for (var category = 0; category < classes; category++)
        {
            long objects = 0;
            for (var image = 0; image < images; image++)
                objects += positives[category][image] * truthWeights[image];
            if (objects == 0)
                continue;
            foreach (var overlap in overlaps)
            {
                sum += ApOf(categories[category], modelWeights, overlap, objects, hits);
                count++;
            }
        }

        return count == 0 ? double.NaN : sum / count;
    }

    double ApOf(Row[] rows, int[][] weights, int overlap, long objects, List<(double Recall, double Precision)> hits)
    {
        hits.Clear();
        long right = 0,
            seen = 0;
        foreach (var row in rows)
        {
            var weight = weights[row.Model][row.Image];
            if (weight == 0 || ((row.Ignored >> overlap) & 1) != 0)
                continue;
            seen += weight;
            if (((row.Matched >> overlap) & 1) == 0)
                continue;
            right += weight;
            hits.Add((right / (double)objects, right / (double)seen));
        }

        for (var i = hits.Count - 1; i > 0; i--)
            if (hits[i].Precision > hits[i - 1].Precision)
                hits[i - 1] = (hits[i - 1].Recall, hits[i].Precision);
        double sum = 0;
        var at = 0;
        foreach (var recall in first.Settings.RecallThresholds)
        {
            while (at < hits.Count && hits[at].Recall < recall)
                at++;
            sum += at < hits.Count ? hits[at].Precision : 0;
        }

        return sum / first.Settings.RecallThresholds.Length;
    }

    static IEnumerable<Row> RowsOf(CocoMatches matches, int category, int model)
    {
        for (var i = matches.FirstOfCategory[category]; i < matches.FirstOfCategory[category + 1]; i++)
            yield return new(matches.Scores[i], matches.Images[i], model, matches.Matched[0][i], matches.Ignored[0][i]);
    }

    readonly record struct Row(double Score, int Image, int Model, uint Matched, uint Ignored);
}
