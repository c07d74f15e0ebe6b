namespace LabelSpec.Engine.Checks;

/// <summary>
/// Judges the data as a whole from evidence that is collected part by part and added up, so that a data set can be judged
/// in shards with the same result.
/// </summary>
public abstract class EvidenceCheck<TEvidence>(CheckInfo info, CheckContext context) : DatasetCheck(info, context)
    where TEvidence : class, IEvidence<TEvidence>
{
    // Fewer rows are not worth a range of their own.
    const int RowsPerRange = 32_768;
    const int RangesPerThread = 4;

    TEvidence? judged;

    /// <summary>The evidence that was judged last; that of all rows where another process has judged.</summary>
    protected TEvidence Judged => judged ??= Collect(0, RowCount);

    /// <summary>How many rows there are to collect from: annotations, unless a check says otherwise.</summary>
    public virtual int RowCount => Rows.Count;

    /// <summary>The evidence of the rows from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    public abstract TEvidence Collect(int first, int end);

    /// <summary>Judges evidence over all the data.</summary>
    public void Judge(TEvidence evidence, CheckReport report)
    {
        judged = evidence;
        JudgeEvidence(evidence, report);
    }

    public sealed override void Judge(CheckReport report) => Judge(Collect(0, RowCount), report);

    internal sealed override void Judge(CheckReport report, ParallelOptions options)
    {
        var threads = options.MaxDegreeOfParallelism < 0 ? Environment.ProcessorCount : options.MaxDegreeOfParallelism;
        var ranges = Math.Clamp(RowCount / RowsPerRange, 1, RangesPerThread * threads);
        var parts = new TEvidence[ranges];
        Parallel.For(
            0,
            ranges,
            options,
            range =>
                parts[range] = Collect(
                    (int)((long)RowCount * range / ranges),
                    (int)((long)RowCount * (range + 1) / ranges)
                )
        );
        foreach (var part in parts.AsSpan(1))
            parts[0].Add(part);
        Judge(parts[0], report);
    }

    protected abstract void JudgeEvidence(TEvidence evidence, CheckReport report);
}
