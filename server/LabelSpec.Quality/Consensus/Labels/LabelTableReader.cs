using LabelSpec.Quality.Consensus.Models;

namespace LabelSpec.Quality.Consensus.Labels;

/// <summary>
/// Reads tables of annotator, item and label: comma, semicolon or tab between columns, quotes as in RFC 4180. Without a list
/// of columns the table has no head and its first three columns are meant; with one, the head names them.
/// </summary>
public static class LabelTableReader
{
    const int Columns = 3;

    /// <exception cref="LabelTableException">The table cannot be read; the message says where and why.</exception>
    public static LabelTable Read(TextReader reader, IReadOnlyList<string>? columns = null)
    {
        var table = new Delimited(reader);
        var indexes = columns is null ? [0, 1, 2] : Find(columns, table);
        Names annotators = new(),
            items = new(),
            labels = new();
        List<(int Item, int Annotator, int Label)> answers = [];
        while (table.Next())
        {
            if (table.Cells is [""])
                continue;
            if (table.Cells.Count <= indexes.Max())
                throw new LabelTableException(
                    table.Line,
                    $"{table.Cells.Count} columns, where annotator, item and label need {indexes.Max() + 1}"
                );
            var label = table.Cells[indexes[2]].Trim();
            // No answer, as in sparse tables, is no label.
            if (label.Length > 0)
                answers.Add(
                    (items.Of(table.Cells[indexes[1]]), annotators.Of(table.Cells[indexes[0]]), labels.Of(label))
                );
        }

        if (answers.Count == 0)
            throw new LabelTableException(table.Line, "no answers: a row has annotator, item and label");
        var votes = new LabelVotes(items.Count, annotators.Count, labels.Count);
        foreach (var (item, annotator, label) in answers)
            votes.Add(item, annotator, label);
        return new(annotators.All, items.All, labels.All, votes);
    }

    static int[] Find(IReadOnlyList<string> columns, Delimited table)
    {
        if (columns.Count != Columns)
            throw new LabelTableException(1, "three columns are needed: annotator, item and label");
        if (!table.Next())
            throw new LabelTableException(1, "the table is empty");
        var head = table.Cells.ToList();
        return
        [
            .. columns.Select(column =>
                head.IndexOf(column) is >= 0 and var index
                    ? index
                    : throw new LabelTableException(
                        table.Line,
                        $"no column '{column}'; there are {string.Join(", ", head.Take(20))}"
                    )
            ),
        ];
    }
}
