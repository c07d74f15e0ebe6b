namespace LabelSpec.Annotations.Building;

/// <summary>Numbers names in the order of their first use.</summary>
sealed class NameList
{
    readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    readonly List<string> names = [];

    public IReadOnlyList<string> Names => names;

    /// <summary>The number of a name, −1 for null.</summary>
    public int IndexOf(string? name)
    {
        if (name is null)
            return -1;
        if (!indexes.TryGetValue(name, out var index))
        {
            index = names.Count;
            indexes.Add(name, index);
            names.Add(name);
        }
        return index;
    }

    /// <summary>For each name of another list, its number here.</summary>
    public int[] Adopt(NameList other)
    {
        var mapped = new int[other.names.Count];
        for (var i = 0; i < mapped.Length; i++)
            mapped[i] = IndexOf(other.names[i]);
        return mapped;
    }

    public void Clear()
    {
        indexes.Clear();
        names.Clear();
    }
}
