using LabelSpec.Engine.Live;

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
    Kept? kept;

    /// <summary>The evidence that was judged last; that of all rows where another process has judged.</summary>
    protected TEvidence Judged => judged ??= Collect(0, RowCount);

    /// <summary>How many rows there are to collect from.</summary>
    public int RowCount => CollectsFromImages ? Data.Images.Count : Rows.Count;

    /// <summary>Whether the rows that evidence is collected from are images; else they are annotations.</summary>
    protected virtual bool CollectsFromImages => false;

    /// <summary>The evidence of the rows from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    public TEvidence Collect(int first, int end)
    {
        var evidence = Nothing();
        Collect(first, end, evidence);
        return evidence;
    }

    /// <summary>The evidence of no rows.</summary>
    protected abstract TEvidence Nothing();

    /// <summary>Adds the evidence of the rows from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    protected abstract void Collect(int first, int end, TEvidence evidence);

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

    /// <summary>
    /// Collects from a few rows around those that were touched. Somebody who types touches the same rows again and again: the evidence of
    /// all others is collected once for that.
    /// </summary>
    internal sealed override void JudgeAfter(DatasetCheck earlier, TouchedRows touched, CheckReport report)
    {
        var blocks = CollectsFromImages ? touched.Images : touched.Annotations;
        kept =
            ((EvidenceCheck<TEvidence>)earlier).kept is { } before && before.Around.Contain(blocks)
                ? before
                : new Kept(blocks, Collect(blocks.Others(RowCount)));
        var evidence = Collect(kept.Around.Rows(RowCount));
        evidence.Add(kept.Elsewhere);
        Judge(evidence, report);
    }

    TEvidence Collect(IEnumerable<(int First, int End)> ranges)
    {
        var evidence = Nothing();
        foreach (var (first, end) in ranges)
            Collect(first, end, evidence);
        return evidence;
    }

    /// <param name="Around">Rows that are collected from anew.</param>
    /// <param name="Elsewhere">The evidence of all other rows, which is not changed any more.</param>
    sealed record Kept(RowBlocks Around, TEvidence Elsewhere);
}
