namespace LabelSpec.Quality.Agreement.Report;

/// <summary>Two answers to one object; <see cref="Second"/> is null where one drew nothing.</summary>
/// <param name="Pairs">Pairs of annotators that differ so.</param>
public sealed record Confusion(string First, string? Second, int Pairs);
