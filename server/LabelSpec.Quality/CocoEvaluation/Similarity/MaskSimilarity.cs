using LabelSpec.Geometry;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// Pixel-exact IoU of masks, which are decoded only while their image and category is compared. A mask that cannot be
/// read overlaps nothing.
/// </summary>
/// <param name="detectionMask">The mask of a detection; called once for each.</param>
/// <param name="truthMask">The mask of an object; called once for each that meets detections.</param>
/// <param name="detectionArea">The area of a detection where it is not that of its mask; null otherwise.</param>
/// <param name="isCrowd">Crowd regions among the objects.</param>
public sealed class MaskSimilarity(
    Func<int, RleMask?> detectionMask,
    Func<int, RleMask?> truthMask,
    Func<int, double>? detectionArea,
    bool[] isCrowd
) : PairSimilarity
{
    long dimensionMismatches;

    /// <summary>
    /// Pairs seen so far whose masks lie in each other's way but have different heights or widths: as in pycocotools they
    /// do not match.
    /// </summary>
    public long DimensionMismatches => Interlocked.Read(ref dimensionMismatches);

    public override void Measure(
        ReadOnlySpan<int> detectionRows,
        ReadOnlySpan<int> truthRows,
        Span<double> overlaps,
        Span<double> areas
    )
    {
        var truths = new RleMask?[truthRows.Length];
        for (var g = 0; g < truths.Length; g++)
            truths[g] = truthMask(truthRows[g]);
        for (var d = 0; d < detectionRows.Length; d++)
        {
            var detection = detectionMask(detectionRows[d]);
            areas[d] = detectionArea?.Invoke(detectionRows[d]) ?? detection?.Area ?? double.NaN;
            for (var g = 0; g < truths.Length; g++)
                overlaps[d * truths.Length + g] = Overlap(detection, truths[g], isCrowd[truthRows[g]]);
        }
    }

    double Overlap(RleMask? detection, RleMask? truth, bool isCrowd)
    {
        if (detection is null || truth is null)
            return 0;
        var overlap = isCrowd ? detection.CrowdIoU(truth) : detection.IoU(truth);
        if (overlap < 0)
            Interlocked.Increment(ref dimensionMismatches);
        return overlap;
    }
}
