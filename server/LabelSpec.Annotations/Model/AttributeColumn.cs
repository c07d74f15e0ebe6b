namespace LabelSpec.Annotations.Model;

/// <summary>
/// One attribute over all rows: a code for each row, and each distinct value once. Whoever needs types or a mapping
/// judges the few distinct values and looks the rest up by code.
/// </summary>
public sealed class AttributeColumn
{
    /// <summary>The code of rows that do not have the attribute.</summary>
    public const int Missing = -1;

    readonly int[] codes;
    readonly AttributeValue[] pool;

    internal AttributeColumn(string name, int[] codes, AttributeValue[] pool)
    {
        Name = name;
        this.codes = codes;
        this.pool = pool;
    }

    public string Name { get; }

    /// <summary>For each row an index in <see cref="Pool"/>, or <see cref="Missing"/>.</summary>
    public ReadOnlySpan<int> Codes => codes;

    /// <summary>The distinct values, in the order of their first row.</summary>
    public ReadOnlySpan<AttributeValue> Pool => pool;

    public bool TryGet(int row, out AttributeValue value)
    {
        var code = codes[row];
        value = code >= 0 ? pool[code] : default;
        return code >= 0;
    }
}
