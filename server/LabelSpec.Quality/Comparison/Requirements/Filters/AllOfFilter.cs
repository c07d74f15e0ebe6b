using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary><c>and</c>: one after the other, so that a later part asks the attribute that an earlier one found.</summary>
sealed record AllOfFilter(ImmutableArray<IFilterNode> Parts) : IFilterNode
{
    public IReadOnlyCollection<FilterBinding> Match(FilterSubject subject, FilterBinding binding)
    {
        IReadOnlyCollection<FilterBinding> current = [binding];
        foreach (var part in Parts)
        {
            if (current.Count == 0)
                break;
            // Without doubles: a hostile filter would double them with every part.
            current =
                current.Count == 1
                    ? part.Match(subject, current.First())
                    : current.SelectMany(each => part.Match(subject, each)).ToHashSet();
        }

        return current;
    }
}
