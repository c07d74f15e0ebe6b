using System.Collections.Immutable;
using System.Globalization;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// A threshold by area in px²: linear between its points, constant beyond them (CVAT's IoU threshold policy <c>linear</c>
/// with extrapolation <c>clamp</c>).
/// </summary>
/// <param name="Points">At least one, by ascending area.</param>
public sealed record AreaThreshold(ImmutableArray<(double Area, double Threshold)> Points)
{
    /// <summary>Reads <c>AREA:IOU,AREA:IOU,…</c>; null where it is not written so.</summary>
    public static AreaThreshold? Parse(string text)
    {
        var points = new SortedDictionary<double, double>();
        foreach (var part in text.Split(','))
        {
            var colon = part.IndexOf(':');
            if (
                colon < 0
                || !double.TryParse(
                    part.AsSpan(0, colon),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var area
                )
                || !double.TryParse(
                    part.AsSpan(colon + 1),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var iou
                )
                || !(area > 0 && double.IsFinite(area) && iou is >= 0 and <= 1)
                || !points.TryAdd(area, iou)
            )
                return null;
        }

        return new([.. points.Select(point => (point.Key, point.Value))]);
    }

    public double At(double area)
    {
        var (before, low) = Points[0];
        if (!(area > before))
            return low;
        foreach (var (after, high) in Points.AsSpan(1..))
        {
            if (area <= after)
                return low + (high - low) * (area - before) / (after - before);
            (before, low) = (after, high);
        }

        return low;
    }

    public override string ToString() =>
        string.Join(
            ',',
            Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Area}:{point.Threshold}"))
        );
}
