using System.Text;

namespace LabelSpec.Quality.Consensus.Labels;

/// <summary>Rows of a table with a separator, quotes as in RFC 4180; a quoted cell may hold line breaks.</summary>
sealed class Delimited
{
    static readonly char[] Separators = ['\t', ';', ','];

    readonly TextReader reader;
    readonly char separator;
    readonly List<string> cells = [];
    readonly StringBuilder cell = new();
    string? line;

    public Delimited(TextReader reader)
    {
        this.reader = reader;
        line = reader.ReadLine();
        // Of tab, semicolon and comma the first that occurs in the first line.
        separator = line is null ? ',' : Separators.FirstOrDefault(line.Contains, ',');
    }

    /// <summary>Of the row that was read last, from 1.</summary>
    public int Line { get; private set; }

    public IReadOnlyList<string> Cells => cells;

    public bool Next()
    {
        if (line is null)
            return false;
        cells.Clear();
        cell.Clear();
        Line++;
        var isQuoted = false;
        for (var at = 0; ; at++)
        {
            if (at == line.Length)
            {
                if (!isQuoted || reader.ReadLine() is not { } more)
                    break;
                cell.Append('\n');
                Line++;
                line = more;
                at = -1;
                continue;
            }

            var c = line[at];
            if (isQuoted && c == '"' && at + 1 < line.Length && line[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else if (c == '"' && (isQuoted || cell.Length == 0))
                isQuoted = !isQuoted;
            else if (c == separator && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(c);
        }

        cells.Add(cell.ToString());
        line = reader.ReadLine();
        return true;
    }
}
