namespace LabelSpec.Engine.Checks.Distributions;

/// <summary>The rows with the smallest or the largest numbers, the most extreme first; equal ones in order of rows.</summary>
sealed class Extremes(bool isSmallest) : IEvidence<Extremes>
{
    const int Kept = 4;

    readonly List<(double Value, int Row)> rows = new(Kept + 1);

    public IReadOnlyList<(double Value, int Row)> Rows => rows;

    public void Add(double value, int row)
    {
        if (rows.Count == Kept && !IsBefore(value, row, rows[^1]))
            return;
        var at = rows.Count;
        while (at > 0 && IsBefore(value, row, rows[at - 1]))
            at--;
        rows.Insert(at, (value, row));
        if (rows.Count > Kept)
            rows.RemoveAt(Kept);
    }

    public void Add(Extremes other)
    {
        foreach (var (value, row) in other.rows)
            Add(value, row);
    }

    bool IsBefore(double value, int row, (double Value, int Row) than) =>
        value == than.Value ? row < than.Row : value < than.Value == isSmallest;
}
