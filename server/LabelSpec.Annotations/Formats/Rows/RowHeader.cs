using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Rows;

/// <summary>The names of the columns of a table, from its first line. Letter case does not count.</summary>
sealed class RowHeader
{
    readonly Dictionary<string, int> byName = new(StringComparer.OrdinalIgnoreCase);

    RowHeader(SourceSpan span, byte separator) => (Span, Separator) = (span, separator);

    public SourceSpan Span { get; }

    /// <summary>A comma, unless there are more semicolons or tabs.</summary>
    public byte Separator { get; }

    public IEnumerable<string> Names => byName.Keys;

    /// <summary>The column of a name; −1 for none.</summary>
    public int this[string name] => byName.GetValueOrDefault(name, -1);

    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (!byName.ContainsKey(name))
                return false;
        return true;
    }

    /// <summary>The first of some names that is there; −1 for none.</summary>
    public int FirstOf(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (byName.TryGetValue(name, out var column))
                return column;
        return -1;
    }

    public static RowHeader Of(SourceBytes bytes, int file = 0)
    {
        var lines = new TextLines(bytes);
        lines.Next();
        return Of(lines.Line, lines.Start, file);
    }

    public static RowHeader Of(ReadOnlySpan<byte> line, long start = 0, int file = 0)
    {
        var (commas, semicolons, tabs) = (line.Count((byte)','), line.Count((byte)';'), line.Count((byte)'\t'));
        var separator =
            semicolons > commas && semicolons >= tabs ? (byte)';'
            : tabs > commas ? (byte)'\t'
            : (byte)',';
        var header = new RowHeader(new SourceSpan(file, start, line.Length), separator);
        var row = TextRow.Split(line, separator, []);
        for (var column = 0; column < row.Count; column++)
            header.byName.TryAdd(row.Text(column), column);
        return header;
    }
}
