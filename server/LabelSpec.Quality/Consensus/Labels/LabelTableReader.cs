using LabelSpec.Quality.Consensus.Models;

namespace LabelSpec.Quality.Consensus.Labels;

/// <summary>
/// Reads tables of annotator, item and label: comma, semicolon or tab between columns, quotes as in RFC 4180. With a list of
/// columns, the head names them. Without one, a first row of the words annotator, item and label is a head; any other is
/// a row, and the first three columns are meant.
/// </summary>
public static class LabelTableReader
{
    static readonly string[] Usual = ["annotator", "item", "label"];

    /// <exception cref="LabelTableException">The table cannot be read; the message says where and why.</exception>
    public static LabelTable Read(TextReader reader, IReadOnlyList<string>? columns = null)
    {
        var table = new Delimited(reader);
        var hasRow = table.Next();
        if (columns is null && hasRow && IsUsualHead(table.Cells))
            columns = [.. Usual.Select(name => table.Cells.First(cell => IsName(cell, name)))];
        var indexes = columns is null ? [0, 1, 2] : Find(columns, hasRow ? table.Cells : null);
        if (columns is not null)
            hasRow = table.Next();
        Names annotators = new(),
            items = new(),
            labels = new();
        List<(int Item, int Annotator, int Label)> answers = [];
        for (; hasRow; hasRow = table.Next())
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
        return new(annotators.All, items.All, labels.All, votes)
        {
            Question = columns?[2] ?? Usual[2],
            ProbableHead =
                columns is null && IsFirstAlone(answers) ? [annotators.All[0], items.All[0], labels.All[0]] : [],
        };
    }

    static bool IsUsualHead(IReadOnlyList<string> cells) =>
        Usual.All(name => cells.Count(cell => IsName(cell, name)) == 1);

    static bool IsName(string cell, string name) => cell.Trim().Equals(name, StringComparison.OrdinalIgnoreCase);

    // Names are numbered in the order of their first appearance.
    static bool IsFirstAlone(List<(int Item, int Annotator, int Label)> answers) =>
        answers.Count > 3
        && answers[0] == (0, 0, 0)
        && answers.Skip(1).All(answer => answer is { Item: > 0, Annotator: > 0, Label: > 0 });

    static int[] Find(IReadOnlyList<string> columns, IReadOnlyList<string>? head)
    {
        if (columns.Count != Usual.Length)
            throw new LabelTableException(1, "three columns are needed: annotator, item and label");
        if (head is null)
            throw new LabelTableException(1, "the table is empty");
        return
        [
            .. columns.Select(column =>
                head.ToList().IndexOf(column) is >= 0 and var index
                    ? index
                    : throw new LabelTableException(
                        1,
                        $"no column '{column}'; there are {string.Join(", ", head.Take(20))}"
                    )
            ),
        ];
    }
}
