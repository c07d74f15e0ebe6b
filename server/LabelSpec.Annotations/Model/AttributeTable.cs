using System.Collections.Immutable;

namespace LabelSpec.Annotations.Model;

/// <summary>The attributes of all annotations (or of all images), in the order in which files first name them.</summary>
public sealed class AttributeTable
{
    readonly Dictionary<string, AttributeColumn> byName;

    internal AttributeTable(ImmutableArray<AttributeColumn> columns)
    {
        Columns = columns;
        byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
    }

    public ImmutableArray<AttributeColumn> Columns { get; }

    /// <summary>The column of a name, exactly as files spell it; null when no row has it.</summary>
    public AttributeColumn? Find(string name) => byName.GetValueOrDefault(name);

    public bool TryGet(int row, string name, out AttributeValue value)
    {
        value = default;
        return Find(name)?.TryGet(row, out value) ?? false;
    }
}
