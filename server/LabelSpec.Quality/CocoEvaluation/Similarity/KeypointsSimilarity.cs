using LabelSpec.Geometry;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// Object keypoint similarity. A detection's area is that of the box around all its keypoints, those not detected (0, 0)
/// included, as <c>loadRes</c> of pycocotools computes it. Skeletons of another length than σ has resemble nothing.
/// </summary>
/// <param name="detections">x, y, v triples of each detection.</param>
/// <param name="truths">x, y, v triples of each object.</param>
/// <param name="truthBoxes">The object's box, for objects without labelled keypoints.</param>
/// <param name="truthAreas">The object's area, which scales distances.</param>
/// <param name="sigmas">One σ for each keypoint.</param>
/// <param name="detectionAreas">Areas of the detections where they are not those of their extents; null otherwise.</param>
public sealed class KeypointsSimilarity(
    double[][] detections,
    double[][] truths,
    Box[] truthBoxes,
    double[] truthAreas,
    double[] sigmas,
    double[]? detectionAreas = null
) : PairSimilarity
{
    public override void Measure(
        ReadOnlySpan<int> detectionRows,
        ReadOnlySpan<int> truthRows,
        Span<double> overlaps,
        Span<double> areas
    )
    {
        for (var d = 0; d < detectionRows.Length; d++)
        {
            var detection = detections[detectionRows[d]];
            areas[d] = detectionAreas?[detectionRows[d]] ?? ExtentArea(detection);
            for (var g = 0; g < truthRows.Length; g++)
            {
                var truth = truthRows[g];
                var similarity = KeypointSimilarity.Of(
                    truths[truth],
                    detection,
                    sigmas,
                    truthAreas[truth],
                    truthBoxes[truth]
                );
                overlaps[d * truthRows.Length + g] = double.IsNaN(similarity) ? 0 : similarity;
            }
        }
    }

    static double ExtentArea(ReadOnlySpan<double> keypoints)
    {
        if (keypoints.Length < 3)
            return 0;
        double left = keypoints[0],
            right = left,
            top = keypoints[1],
            bottom = top;
        for (var i = 3; i + 2 < keypoints.Length; i += 3)
        {
            left = Math.Min(left, keypoints[i]);
            right = Math.Max(right, keypoints[i]);
            top = Math.Min(top, keypoints[i + 1]);
            bottom = Math.Max(bottom, keypoints[i + 1]);
        }

        return (right - left) * (bottom - top);
    }
}
