namespace LabelSpec.Reports.Comparisons;

/// <summary>Columns for people: the first to the left, numbers to the right.</summary>
static class TextTable
{
    const string Gap = "  ";

    /// <summary>Rows of equal length; the first is the heading.</summary>
    public static void Write(TextWriter writer, List<string[]> rows)
    {
        if (rows.Count == 0)
            return;
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (var row in rows)
        {
            var cells = row.Select(
                (cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column])
            );
            writer.WriteLine(string.Join(Gap, cells).TrimEnd());
        }
    }
}
