using LabelSpec.Geometry;

namespace LabelSpec.Quality.Suspects;

/// <summary>The annotations of an image (regions of crowds left out) and what a model predicted there.</summary>
sealed record SuspectImage(int Row, string Name, LabelledBox[] Labels, PredictedBox[] Predictions);

/// <summary>An annotation: its row in the ground truth.</summary>
readonly record struct LabelledBox(int Row, int Class, Box Box);

/// <summary>A prediction: its row in the predictions.</summary>
readonly record struct PredictedBox(int Row, int Class, Box Box, double Score);
