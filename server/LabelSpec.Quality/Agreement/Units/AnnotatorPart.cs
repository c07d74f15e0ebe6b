namespace LabelSpec.Quality.Agreement.Units;

/// <summary>What the same annotators did in some of the images, as it was read.</summary>
sealed record AnnotatorPart(IReadOnlyList<AnnotatorWork> Annotators, SharedImages Images, ShapeFacts Facts);
