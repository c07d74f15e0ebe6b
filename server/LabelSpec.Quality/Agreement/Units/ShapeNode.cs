using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>An annotation of one annotator in an image.</summary>
readonly record struct ShapeNode(int Annotator, ShapeUnit Unit)
{
    public int Row => Unit.First.Row;

    public int Class => Unit.Label;

    public ShapeKind Kind => Unit.First.Kind;

    public ShapePool Pool => Unit.First.Pool;
}
