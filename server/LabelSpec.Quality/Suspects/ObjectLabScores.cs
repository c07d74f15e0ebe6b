namespace LabelSpec.Quality.Suspects;

/// <summary>Scores of one image, 0 (suspicious) to 1.</summary>
/// <param name="Quality">Of the image.</param>
/// <param name="Overlooked">For each prediction; NaN where it speaks of nothing that is missing.</param>
/// <param name="Placed">For each annotation how well it is placed.</param>
/// <param name="Swapped">For each annotation how well its class fits.</param>
sealed record ObjectLabScores(double Quality, double[] Overlooked, double[] Placed, double[] Swapped);
