using System.Collections.Immutable;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>What annotators drew in some images, as far as findings about the inputs speak of it.</summary>
/// <param name="Kinds">Which pool of shapes an annotator draws a class in.</param>
/// <param name="WithoutClass">Annotations that name no class.</param>
/// <param name="HasShapes">Whether anybody drew anything.</param>
sealed record ShapeFacts(
    ImmutableHashSet<(string Class, int Annotator, ShapePool Pool)> Kinds,
    int WithoutClass,
    bool HasShapes
)
{
    public static ShapeFacts Of(ClassList classes, UnitFinder finder) =>
        new(
            [
                .. finder
                    .Shapes.SelectMany(image => image.Nodes)
                    .Select(node => (classes.Names[node.Class], node.Annotator, node.Pool))
                    .Distinct(),
            ],
            finder.WithoutClass,
            finder.Shapes.Any(image => image.Nodes.Count > 0)
        );

    public static ShapeFacts operator +(ShapeFacts a, ShapeFacts b) =>
        new(a.Kinds.Union(b.Kinds), a.WithoutClass + b.WithoutClass, a.HasShapes || b.HasShapes);
}
