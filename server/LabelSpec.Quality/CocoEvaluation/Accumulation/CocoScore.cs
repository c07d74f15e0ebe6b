namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>A number of the summary under the name that COCO gives it; -1 where nothing could be measured.</summary>
public readonly record struct CocoScore(string Name, double Value);
