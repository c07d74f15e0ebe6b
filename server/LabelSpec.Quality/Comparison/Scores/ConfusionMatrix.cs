namespace LabelSpec.Quality.Comparison;

/// <summary>
/// How often which label of the work stands for which of the ground truth. Rows are labels of the work, columns those of
/// the ground truth, the last of each is "unmatched" (CVAT, quality_reports.py, <c>confusion_matrix</c>).
/// </summary>
public sealed class ConfusionMatrix
{
    readonly long[] cells;

    public ConfusionMatrix(int labels)
    {
        Labels = labels;
        cells = new long[(labels + 1) * (labels + 1)];
    }

    /// <summary>Without "unmatched".</summary>
    public int Labels { get; }

    public long this[int work, int truth] => cells[work * (Labels + 1) + truth];

    public void Add(Outcome outcome) =>
        cells[
            (outcome.WorkLabel < 0 ? Labels : outcome.WorkLabel) * (Labels + 1)
                + (outcome.TruthLabel < 0 ? Labels : outcome.TruthLabel)
        ]++;

    /// <summary>Adds every cell of another times a weight, rounded up.</summary>
    public void Add(ConfusionMatrix other, double weight)
    {
        for (var i = 0; i < cells.Length; i++)
            cells[i] += (long)Math.Ceiling(other.cells[i] * weight);
    }

    public static ConfusionMatrix Of(int labels, IEnumerable<Outcome> outcomes)
    {
        var matrix = new ConfusionMatrix(labels);
        foreach (var outcome in outcomes)
            matrix.Add(outcome);
        return matrix;
    }

    /// <summary>Annotations of the work with this label.</summary>
    public long Row(int label)
    {
        long sum = 0;
        for (var truth = 0; truth <= Labels; truth++)
            sum += this[label, truth];
        return sum;
    }

    /// <summary>Annotations of the ground truth with this label.</summary>
    public long Column(int label)
    {
        long sum = 0;
        for (var work = 0; work <= Labels; work++)
            sum += this[work, label];
        return sum;
    }

    public Counts Counts
    {
        get
        {
            long valid = 0,
                total = 0;
            for (var label = 0; label < Labels; label++)
                valid += this[label, label];
            foreach (var cell in cells)
                total += cell;
            long missing = Row(Labels),
                extra = Column(Labels);
            return new(valid, missing, extra, total);
        }
    }

    /// <summary>The counts that concern one label: what either side gives it.</summary>
    public Counts CountsOf(int label)
    {
        long row = Row(label),
            column = Column(label),
            valid = this[label, label];
        return new(valid, this[Labels, label], this[label, Labels], row + column - valid)
        {
            Work = row,
            Truth = column,
        };
    }
}
