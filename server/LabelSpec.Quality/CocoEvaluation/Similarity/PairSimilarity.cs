namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>How much detections of one image and category resemble its ground truth. Called from several threads.</summary>
public abstract class PairSimilarity
{
    /// <summary>
    /// Fills <paramref name="overlaps"/> (one row for each detection, one column for each object) and the detections'
    /// areas in square pixels.
    /// </summary>
    public abstract void Measure(
        ReadOnlySpan<int> detectionRows,
        ReadOnlySpan<int> truthRows,
        Span<double> overlaps,
        Span<double> areas
    );
}
