namespace LabelSpec.Quality.Comparison;

/// <summary>Both sides of one picture.</summary>
sealed record ImageScene(List<ComparedShape> Truth, List<ComparedShape> Work, Canvas Canvas);
