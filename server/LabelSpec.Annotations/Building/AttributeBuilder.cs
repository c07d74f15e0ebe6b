using System.Runtime.InteropServices;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Building;

/// <summary>Collects attributes row by row; each distinct value is kept once.</summary>
sealed class AttributeBuilder
{
    readonly Dictionary<string, ColumnInProgress> byName = new(StringComparer.Ordinal);
    readonly List<ColumnInProgress> columns = [];
    readonly Stack<ColumnInProgress> spare = [];

    // So many are looked at one by one before they are looked up.
    const int FewColumns = 8;
    const int FewValues = 4;

    /// <summary>Sets a value. A row that has the attribute already keeps the later value.</summary>
    public void Set(int row, string name, AttributeValue value)
    {
        var column = ColumnOf(name);
        column.Codes.Set(row, CodeOf(column, value));
    }

    /// <summary>Appends another collector whose rows begin at <paramref name="firstRow"/> here.</summary>
    public void Append(AttributeBuilder other, int firstRow)
    {
        foreach (var from in other.columns)
        {
            var to = ColumnOf(from.Name);
            var mapped = new int[from.Pool.Count];
            for (var code = 0; code < mapped.Length; code++)
                mapped[code] = CodeOf(to, from.Pool[code]);
            to.Codes.Append(from.Codes, firstRow, mapped);
        }
    }

    /// <summary>Forgets everything; the memory of the columns serves again.</summary>
    public void Clear()
    {
        foreach (var column in columns)
        {
            column.Clear();
            spare.Push(column);
        }

        byName.Clear();
        columns.Clear();
    }

    public AttributeTable Build(int rows) => new([.. columns.Select(column => column.Build(rows))]);

    ColumnInProgress ColumnOf(string name)
    {
        // A reader takes its names from a pool, and few are met in one file.
        foreach (var known in CollectionsMarshal.AsSpan(columns)[..Math.Min(columns.Count, FewColumns)])
            if (ReferenceEquals(known.Name, name))
                return known;
        if (!byName.TryGetValue(name, out var column))
        {
            column = spare.TryPop(out var emptied) ? emptied : new ColumnInProgress();
            column.Name = name;
            byName.Add(name, column);
            columns.Add(column);
        }
        return column;
    }

    static int CodeOf(ColumnInProgress column, AttributeValue value)
    {
        var first = CollectionsMarshal.AsSpan(column.Pool)[..Math.Min(column.Pool.Count, FewValues)];
        for (var known = 0; known < first.Length; known++)
            if (first[known].IsSameAs(value))
                return known;
        if (!column.Seen.TryGetValue(value, out var code))
        {
            code = column.Pool.Count;
            column.Seen.Add(value, code);
            column.Pool.Add(value);
        }
        return code;
    }

    sealed class ColumnInProgress
    {
        public string Name { get; set; } = "";
        public AttributeCodes Codes { get; } = new();
        public List<AttributeValue> Pool { get; } = [];
        public Dictionary<AttributeValue, int> Seen { get; } = [];

        public void Clear()
        {
            Codes.Clear();
            Pool.Clear();
            Seen.Clear();
        }

        public AttributeColumn Build(int rows)
        {
            var (places, codes) = Codes.Build(rows);
            return new AttributeColumn(Name, places, codes, [.. Pool]);
        }
    }
}
