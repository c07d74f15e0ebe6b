namespace LabelSpec.Quality.Comparison;

/// <summary>A part of a filter.</summary>
interface IFilterNode
{
    /// <summary>The bindings under which it holds, each once; none where it does not hold.</summary>
    IReadOnlyCollection<FilterBinding> Match(FilterSubject subject, FilterBinding binding);
}
