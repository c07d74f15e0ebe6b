namespace LabelSpec.Quality.Comparison;

/// <summary><c>!</c>; it binds nothing.</summary>
sealed record NotFilter(IFilterNode Part) : IFilterNode
{
    public IReadOnlyCollection<FilterBinding> Match(FilterSubject subject, FilterBinding binding) =>
        Part.Match(subject, binding).Count > 0 ? [] : [binding];
}
