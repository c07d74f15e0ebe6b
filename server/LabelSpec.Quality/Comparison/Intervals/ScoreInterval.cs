namespace LabelSpec.Quality.Comparison;

/// <summary>How sure a score is.</summary>
/// <param name="Score">The name of the score.</param>
/// <param name="Low">NaN where there is no interval.</param>
/// <param name="High">NaN where there is no interval.</param>
/// <param name="ImagesNeeded">Images for the wished half width; null where the data does not tell.</param>
/// <param name="Reason">Why something is not told; null where all is.</param>
public sealed record ScoreInterval(string Score, double Low, double High, long? ImagesNeeded, string? Reason);
