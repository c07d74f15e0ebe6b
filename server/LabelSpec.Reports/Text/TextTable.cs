namespace LabelSpec.Reports.Text;

/// <summary>A table in plain text: the first column to the left, numbers to the right.</summary>
sealed class TextTable(params string[] head)
{
    readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Write(TextWriter writer, Palette palette)
    {
        var widths = head.Select(
                (cell, column) => Math.Max(cell.Length, _rows.Select(row => row[column].Length).DefaultIfEmpty(0).Max())
            )
            .ToArray();
        writer.WriteLine(palette.Dim(Line(head, widths)));
        foreach (var row in _rows)
            writer.WriteLine(Line(row, widths));
    }

    static string Line(string[] cells, int[] widths) =>
        string.Join(
                "  ",
                cells.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))
            )
            .TrimEnd();
}
