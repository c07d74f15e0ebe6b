using System.Collections.Immutable;

namespace LabelSpec.Quality.Consensus.Labels;

/// <summary>Numbers names in the order in which they come.</summary>
sealed class Names
{
    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public int Count => numbers.Count;

    public ImmutableArray<string> All => [.. numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)];

    public int Of(string name)
    {
        if (!numbers.TryGetValue(name, out var number))
            numbers.Add(name, number = numbers.Count);
        return number;
    }
}
