namespace LabelSpec.Annotations.Model;

/// <summary>
/// One attribute over all rows: a code for each row, and each distinct value once. Whoever needs types or a mapping
/// judges the few distinct values and looks the rest up by code. An attribute that few rows have is held by those rows: a
/// file may name a new one in each of its annotations.
/// </summary>
public sealed class AttributeColumn
{
    /// <summary>The code of rows that do not have the attribute.</summary>
    public const int Missing = -1;

    // The rows that have it, in order; null where there is a code for each row.
    readonly int[]? rows;
    readonly int[] codes;
    readonly AttributeValue[] pool;

    internal AttributeColumn(string name, int[]? rows, int[] codes, AttributeValue[] pool)
    {
        Name = name;
        this.rows = rows;
        this.codes = codes;
        this.pool = pool;
    }

    public string Name { get; }

    /// <summary>The distinct values, in the order of their first row.</summary>
    public ReadOnlySpan<AttributeValue> Pool => pool;

    /// <summary>The rows that have the attribute, in order, each with the index of its value in <see cref="Pool"/>.</summary>
    public IEnumerable<(int Row, int Code)> Entries => EntriesAt(0, codes.Length, 0);

    /// <summary>Whether there is a code for each row.</summary>
    internal bool IsDense => rows is null;

    /// <summary>The index of a row's value in <see cref="Pool"/>, or <see cref="Missing"/>.</summary>
    public int CodeOf(int row)
    {
        if (rows is null)
            return codes[row];
        var at = rows.AsSpan().BinarySearch(row);
        return at < 0 ? Missing : codes[at];
    }

    /// <summary>The codes of some rows, where there is one for each.</summary>
    internal ReadOnlySpan<int> CodesOf(int first, int count) => codes.AsSpan(first, count);

    /// <summary>As <see cref="Entries"/>, of some rows, which are counted from the first of them.</summary>
    internal IEnumerable<(int Row, int Code)> EntriesOf(int first, int count) =>
        rows is null ? EntriesAt(first, first + count, first) : EntriesAt(From(first), From(first + count), first);

    /// <summary>The first row with a code; −1 where there is none.</summary>
    public int FirstRowOf(int code)
    {
        var at = codes.AsSpan().IndexOf(code);
        return at < 0 || rows is null ? at : rows[at];
    }

    IEnumerable<(int Row, int Code)> EntriesAt(int start, int end, int first)
    {
        for (var i = start; i < end; i++)
            if (codes[i] >= 0)
                yield return ((rows is null ? i : rows[i]) - first, codes[i]);
    }

    // Where the first entry is that is not before a row.
    int From(int row)
    {
        var at = rows.AsSpan().BinarySearch(row);
        return at < 0 ? ~at : at;
    }

    public bool TryGet(int row, out AttributeValue value)
    {
        var code = CodeOf(row);
        value = code >= 0 ? pool[code] : default;
        return code >= 0;
    }
}
