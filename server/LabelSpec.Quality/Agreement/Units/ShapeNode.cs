namespace LabelSpec.Quality.Agreement.Units;

/// <summary>An annotation of one annotator in an image.</summary>
readonly record struct ShapeNode(int Annotator, int Row, int Class);
