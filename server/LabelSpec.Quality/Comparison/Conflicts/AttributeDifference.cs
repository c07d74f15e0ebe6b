namespace LabelSpec.Quality.Comparison;

/// <summary>Two values of one attribute; null where a side has none.</summary>
public sealed record AttributeDifference(string Name, string? Truth, string? Work);
