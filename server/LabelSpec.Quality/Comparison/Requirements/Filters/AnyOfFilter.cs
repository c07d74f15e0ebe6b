using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary><c>or</c>.</summary>
sealed record AnyOfFilter(ImmutableArray<IFilterNode> Parts) : IFilterNode
{
    public IReadOnlyCollection<FilterBinding> Match(FilterSubject subject, FilterBinding binding) =>
        Parts.SelectMany(part => part.Match(subject, binding)).ToHashSet();
}
