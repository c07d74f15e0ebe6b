using LabelSpec.Geometry;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>IoU of boxes; for a crowd region the share of the detection that lies inside it.</summary>
/// <param name="detections">Boxes of the detections.</param>
/// <param name="truths">Boxes of the objects.</param>
/// <param name="isCrowd">Crowd regions among the objects.</param>
/// <param name="detectionAreas">Areas of the detections where they are not those of their boxes; null otherwise.</param>
public sealed class BoxSimilarity(Box[] detections, Box[] truths, bool[] isCrowd, double[]? detectionAreas = null)
    : PairSimilarity
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
            areas[d] = detectionAreas?[detectionRows[d]] ?? detection.Area;
            var row = overlaps.Slice(d * truthRows.Length, truthRows.Length);
            for (var g = 0; g < row.Length; g++)
            {
                var truth = truthRows[g];
                row[g] = isCrowd[truth] ? detection.CrowdIoU(truths[truth]) : detection.IoU(truths[truth]);
            }
        }
    }
}
