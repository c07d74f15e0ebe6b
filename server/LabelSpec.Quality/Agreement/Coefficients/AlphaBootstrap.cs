using System.Collections.Immutable;

namespace LabelSpec.Quality.Agreement.Coefficients;

/// <summary>
/// The bootstrap interval of α over images. Whole images are drawn, not units: what is drawn in one image hangs together,
/// and drawing units one by one would make the interval too narrow.
/// </summary>
public static class AlphaBootstrap
{
    public static BootstrapInterval Of(
        IReadOnlyList<Coincidences> images,
        ImmutableArray<double> values,
        MeasurementLevel level,
        int samples,
        double confidence
    )
    {
        var keys = new SortedSet<(int, int, int)>(images.SelectMany(image => image.Pairs.Keys)).ToArray();
        var index = keys.Select((key, i) => (key, i)).ToDictionary(pair => pair.key, pair => pair.i);
        var parts = images
            .Select(image => image.Pairs.Select(pair => (Key: index[pair.Key], pair.Value)).ToArray())
            .ToArray();
        var totals = new long[keys.Length];
        return BootstrapInterval.Of(
            images.Count,
            samples,
            confidence,
            times =>
            {
                Array.Clear(totals);
                var units = 0;
                for (var image = 0; image < times.Length; image++)
                {
                    if (times[image] == 0)
                        continue;
                    units += times[image] * images[image].Units;
                    foreach (var (key, count) in parts[image])
                        totals[key] += times[image] * count;
                }

                return KrippendorffAlpha
                    .Of(keys.Zip(totals, KeyValuePair.Create).Where(pair => pair.Value > 0), units, values, level)
                    .Value;
            }
        );
    }
}
