namespace LabelSpec.Quality.Evaluation;

/// <summary>Some of the objects of the ground truth, by name: rows of its annotation table.</summary>
public sealed record ObjectSlice(string Name, IReadOnlySet<int> Rows);
