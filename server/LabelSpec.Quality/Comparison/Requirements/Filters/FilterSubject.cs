namespace LabelSpec.Quality.Comparison;

/// <summary>What a filter sees: an annotation, and the skeleton of a point.</summary>
sealed class FilterSubject(FilterFacts shape, FilterFacts? skeleton)
{
    public FilterValue ValueOf(FilterTerm term) =>
        FactsOf(term) is not { } facts ? FilterValue.Missing
        : term.Field == FilterField.Itself ? FilterValue.Thing
        : facts.ValueOf(term.Field);

    public IReadOnlyList<(string Name, FilterValue Value)> AttributesOf(FilterTerm term) =>
        FactsOf(term)?.Attributes ?? [];

    // What is asked by way of a track is that of the shape, where it has one.
    FilterFacts? FactsOf(FilterTerm term)
    {
        var facts = term.OfSkeleton ? skeleton : shape;
        return facts is null || (term.OfTrack && facts.ValueOf(FilterField.TrackId).IsMissing) ? null : facts;
    }
}
