namespace LabelSpec.Quality.Comparison;

/// <summary>Says of pairs that are alike that they are not a pair all the same.</summary>
interface IPairVeto
{
    bool Forbids(
        ShapeUnit truth,
        ShapeUnit work,
        Canvas canvas,
        ComparisonParameters parameters,
        AttributeComparison attributes
    );
}
