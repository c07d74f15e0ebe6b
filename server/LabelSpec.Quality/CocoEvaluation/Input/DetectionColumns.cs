namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>Predictions as columns of equal length. Rows keep the order of their file, which decides ties of scores.</summary>
public sealed record DetectionColumns
{
    /// <summary>Index into <see cref="CocoInput.ImageKeys"/>.</summary>
    public required int[] Images { get; init; }

    /// <summary>Index of the category.</summary>
    public required int[] Categories { get; init; }

    /// <summary>Confidence; never NaN.</summary>
    public required double[] Scores { get; init; }

    /// <summary>
    /// Detections that count only when they match: their category is not annotated exhaustively in the image (LVIS).
    /// Empty for none.
    /// </summary>
    public bool[] IsIgnoredUnmatched { get; init; } = [];

    public int Count => Images.Length;
}
