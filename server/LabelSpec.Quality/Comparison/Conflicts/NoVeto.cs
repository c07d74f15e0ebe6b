namespace LabelSpec.Quality.Comparison;

/// <summary>Attributes and direction do not decide what is a pair; they are conflicts of pairs.</summary>
sealed class NoVeto : IPairVeto
{
    public bool Forbids(
        ShapeUnit truth,
        ShapeUnit work,
        Canvas canvas,
        ComparisonParameters parameters,
        AttributeComparison attributes
    ) => false;
}
