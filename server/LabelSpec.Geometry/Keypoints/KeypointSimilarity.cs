using System.Buffers;

namespace LabelSpec.Geometry;

/// <summary>Object keypoint similarity (OKS), as <c>computeOks</c> of pycocotools' cocoeval.py defines it.</summary>
public static class KeypointSimilarity
{
    const double Epsilon = 2.220446049250313e-16;

    /// <summary>
    /// Mean over the keypoints labelled in the ground truth (v &gt; 0) of exp(-d² / (2 (2σ)² area)), 0 to 1. Where
    /// none is labelled: over all keypoints, with the distance by which the detected point lies outside twice the
    /// ground-truth box. The detection's own visibilities do not count.
    /// </summary>
    /// <param name="truth">x, y, v triples of the ground truth.</param>
    /// <param name="detection">x, y, v triples of the detection, in the same order.</param>
    /// <param name="sigmas">One σ for each keypoint; extra triples are passed over.</param>
    /// <param name="truthArea">Area of the ground-truth object in square pixels.</param>
    /// <param name="truthBox">Box of the ground-truth object.</param>
    /// <returns>NaN where a span holds fewer keypoints than there are σ, or there are none.</returns>
    public static double Of(
        ReadOnlySpan<double> truth,
        ReadOnlySpan<double> detection,
        ReadOnlySpan<double> sigmas,
        double truthArea,
        Box truthBox
    )
    {
        var count = sigmas.Length;
        if (count == 0 || truth.Length / 3 < count || detection.Length / 3 < count)
            return double.NaN;
        var rented = ArrayPool<double>.Shared.Rent(count);
        var labelled = LabelledSimilarities(truth, detection, sigmas, truthArea, rented);
        if (labelled == 0)
            labelled = OutsideBoxSimilarities(detection, sigmas, truthArea, truthBox, rented);
        var similarity = PairwiseSum.Of(rented.AsSpan(0, labelled)) / labelled;
        ArrayPool<double>.Shared.Return(rented);
        return similarity;
    }

    static int LabelledSimilarities(
        ReadOnlySpan<double> truth,
        ReadOnlySpan<double> detection,
        ReadOnlySpan<double> sigmas,
        double area,
        Span<double> similarities
    )
    {
        var labelled = 0;
        for (var i = 0; i < sigmas.Length; i++)
            if (truth[3 * i + 2] > 0)
                similarities[labelled++] = Similarity(
                    detection[3 * i] - truth[3 * i],
                    detection[3 * i + 1] - truth[3 * i + 1],
                    sigmas[i],
                    area
                );
        return labelled;
    }

    static int OutsideBoxSimilarities(
        ReadOnlySpan<double> detection,
        ReadOnlySpan<double> sigmas,
        double area,
        Box box,
        Span<double> similarities
    )
    {
        double left = box.Left - box.Width,
            right = box.Left + box.Width * 2,
            top = box.Top - box.Height,
            bottom = box.Top + box.Height * 2;
        for (var i = 0; i < sigmas.Length; i++)
        {
            double x = detection[3 * i],
                y = detection[3 * i + 1];
            similarities[i] = Similarity(
                Math.Max(0, left - x) + Math.Max(0, x - right),
                Math.Max(0, top - y) + Math.Max(0, y - bottom),
                sigmas[i],
                area
            );
        }

        return sigmas.Length;
    }

    static double Similarity(double dx, double dy, double sigma, double area)
    {
        var variance = sigma * 2 * (sigma * 2);
        return Math.Exp(-((dx * dx + dy * dy) / variance / (area + Epsilon) / 2));
    }
}
