using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>An annotation of one annotator in an image; the class is -1 for one without.</summary>
readonly record struct ShapeNode(int Annotator, int Row, int Class, ShapeKind Kind);
