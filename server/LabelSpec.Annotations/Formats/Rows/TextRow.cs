using System.Text;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Rows;

/// <summary>
/// The columns of one line. A column in double quotes may hold the separator; a doubled quote in it stands for one.
/// </summary>
readonly ref struct TextRow
{
    /// <summary>Any number of blanks separates columns.</summary>
    public const byte Blanks = 0;

    readonly ReadOnlySpan<byte> line;
    readonly List<(int Start, int Length)> columns;
    readonly long start;
    readonly int file;

    TextRow(ReadOnlySpan<byte> line, long start, int file, List<(int Start, int Length)> columns)
    {
        this.line = line;
        this.start = start;
        this.file = file;
        this.columns = columns;
    }

    /// <param name="line">Without a line end.</param>
    /// <param name="separator">A byte such as a comma, or <see cref="Blanks"/>.</param>
    /// <param name="columns">Receives the columns; reused from line to line.</param>
    /// <param name="start">Offset of the line in its file.</param>
    /// <param name="file">Index of the file.</param>
    public static TextRow Split(
        ReadOnlySpan<byte> line,
        byte separator,
        List<(int Start, int Length)> columns,
        long start = 0,
        int file = 0
    )
    {
        columns.Clear();
        if (separator == Blanks)
            SplitAtBlanks(line, columns);
        else
            SplitAt(line, separator, columns);
        return new TextRow(line, start, file, columns);
    }

    public int Count => columns.Count;

    public SourceSpan Span => new(file, start, line.Length);

    public bool Has(int column) => column >= 0 && column < columns.Count;

    /// <summary>A column as it stands, with its quotes; empty where the line is shorter.</summary>
    public ReadOnlySpan<byte> this[int column] =>
        Has(column) ? line.Slice(columns[column].Start, columns[column].Length) : [];

    public SourceSpan SpanOf(int column, int count = 1)
    {
        if (count < 1 || !Has(column) || !Has(column + count - 1))
            return SourceSpan.None;
        var (first, last) = (columns[column], columns[column + count - 1]);
        return new SourceSpan(file, start + first.Start, last.Start + last.Length - first.Start);
    }

    /// <summary>A column without its quotes.</summary>
    public ReadOnlySpan<byte> Inside(int column)
    {
        var raw = this[column];
        return raw is [(byte)'"', .., (byte)'"'] ? raw[1..^1] : raw;
    }

    public string Text(int column)
    {
        var inside = Inside(column);
        var text = Encoding.UTF8.GetString(inside);
        return inside.Length < this[column].Length ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    /// <summary>A column as a number; NaN for anything that is none.</summary>
    public double Number(int column) =>
        JsonNumber.TryParse(Inside(column), out var number, out var length) && length == Inside(column).Length
            ? number
            : double.NaN;

    static void SplitAtBlanks(ReadOnlySpan<byte> line, List<(int, int)> columns)
    {
        for (var at = 0; at < line.Length; )
        {
            var length = line[at..].IndexOfAny((byte)' ', (byte)'\t');
            length = length < 0 ? line.Length - at : length;
            if (length > 0)
                columns.Add((at, length));
            at += length + 1;
        }
    }

    static void SplitAt(ReadOnlySpan<byte> line, byte separator, List<(int, int)> columns)
    {
        var at = 0;
        while (true)
        {
            var from = at;
            while (from < line.Length && line[from] is (byte)' ')
                from++;
            var end = from < line.Length && line[from] == '"' ? QuotedEnd(line, from) : from;
            var length = line[end..].IndexOf(separator);
            end = length < 0 ? line.Length : end + length;
            columns.Add((from, line[from..end].TrimEnd(" \t"u8).Length));
            if (length < 0)
                return;
            at = end + 1;
        }
    }

    /// <summary>Behind the closing quote; a doubled one does not close.</summary>
    static int QuotedEnd(ReadOnlySpan<byte> line, int quote)
    {
        var at = quote + 1;
        while (true)
        {
            var next = line[at..].IndexOf((byte)'"');
            if (next < 0)
                return line.Length;
            at += next + 1;
            if (at >= line.Length || line[at] != '"')
                return at;
            at++;
        }
    }
}
