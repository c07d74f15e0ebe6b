namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>An error kind, how often it occurs, and what AP would gain if exactly this kind were put right.</summary>
public readonly record struct TideError(TideErrorKind Kind, int Count, double ApGain);
