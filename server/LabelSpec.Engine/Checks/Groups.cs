using System.Collections;

namespace LabelSpec.Engine.Checks;

/// <summary>Counts rows by a key and keeps the first of each, for findings that stand for many. In order of first rows.</summary>
sealed class Groups<TKey> : IEnumerable<(TKey Key, Groups<TKey>.Group Group)>
    where TKey : notnull
{
    readonly Dictionary<TKey, int> indexes = [];
    readonly List<(TKey Key, Group Group)> groups = [];

    public int Count => groups.Count;

    public void Add(TKey key, int row)
    {
        if (!indexes.TryGetValue(key, out var index))
        {
            indexes.Add(key, index = groups.Count);
            groups.Add((key, new(row, 0)));
        }

        var (_, group) = groups[index];
        groups[index] = (key, group with { Count = group.Count + 1 });
    }

    public IEnumerator<(TKey Key, Group Group)> GetEnumerator() => groups.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public readonly record struct Group(int FirstRow, long Count);
}
