using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Building;

/// <summary>Collects attributes row by row; each distinct value is kept once.</summary>
sealed class AttributeBuilder
{
    readonly Dictionary<string, ColumnInProgress> byName = new(StringComparer.Ordinal);
    readonly List<ColumnInProgress> columns = [];

    /// <summary>Sets a value. A row that has the attribute already keeps the later value.</summary>
    public void Set(int row, string name, AttributeValue value)
    {
        var column = ColumnOf(name);
        column.Set(row, CodeOf(column, value));
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
            for (var row = 0; row < from.Codes.Count; row++)
                if (from.Codes[row] >= 0)
                    to.Set(firstRow + row, mapped[from.Codes[row]]);
        }
    }

    public void Clear()
    {
        byName.Clear();
        columns.Clear();
    }

    public AttributeTable Build(int rows) => new([.. columns.Select(column => column.Build(rows))]);

    ColumnInProgress ColumnOf(string name)
    {
        if (!byName.TryGetValue(name, out var column))
        {
            column = new ColumnInProgress(name);
            byName.Add(name, column);
            columns.Add(column);
        }
        return column;
    }

    static int CodeOf(ColumnInProgress column, AttributeValue value)
    {
        if (!column.Seen.TryGetValue(value, out var code))
        {
            code = column.Pool.Count;
            column.Seen.Add(value, code);
            column.Pool.Add(value);
        }
        return code;
    }

    sealed class ColumnInProgress(string name)
    {
        public string Name => name;
        public List<int> Codes { get; } = [];
        public List<AttributeValue> Pool { get; } = [];
        public Dictionary<AttributeValue, int> Seen { get; } = [];

        public void Set(int row, int code)
        {
            while (Codes.Count <= row)
                Codes.Add(AttributeColumn.Missing);
            Codes[row] = code;
        }

        public AttributeColumn Build(int rows)
        {
            var codes = new int[rows];
            Codes.CopyTo(codes);
            codes.AsSpan(Codes.Count).Fill(AttributeColumn.Missing);
            return new AttributeColumn(name, codes, [.. Pool]);
        }
    }
}
