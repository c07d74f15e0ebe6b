namespace LabelSpec.Engine.Violations;

/// <summary>
/// What one worker found: violations, and for each source how often it was satisfied, violated or could not decide. Logs
/// of workers are added up in any order, as the final order is made afterwards.
/// </summary>
public sealed class ViolationLog(int sources)
{
    readonly List<Violation> violations = [];
    readonly long[] satisfied = new long[sources];
    readonly long[] violated = new long[sources];
    readonly long[] undecidable = new long[sources];

    public IReadOnlyList<Violation> Violations => violations;

    /// <summary>Keeps what could not be decided, and not only how often.</summary>
    internal bool KeepsUndecided { get; init; }

    /// <summary>What could not be decided, where that is kept.</summary>
    internal List<Violation> Undecided { get; } = [];

    public long SatisfiedOf(int source) => satisfied[source];

    public long ViolatedOf(int source) => violated[source];

    public long UndecidableOf(int source) => undecidable[source];

    /// <summary>Leaves a violation and counts it.</summary>
    public void Violated(int source, in Violation violation)
    {
        violations.Add(violation with { Source = source });
        violated[source]++;
    }

    /// <summary>Counts a violation that may be one of too many to be kept.</summary>
    internal void CountViolated(int source) => violated[source]++;

    public void Satisfied(int source, long times = 1) => satisfied[source] += times;

    public void Undecidable(int source, long times = 1) => undecidable[source] += times;

    /// <summary>Counts what could not be decided.</summary>
    internal void Undecidable(int source, in Violation about)
    {
        undecidable[source]++;
        if (KeepsUndecided)
            Undecided.Add(about with { Source = source });
    }

    /// <summary>Counts what was judged elsewhere.</summary>
    internal void Count(int source, long satisfied, long violated, long undecidable)
    {
        this.satisfied[source] += satisfied;
        this.violated[source] += violated;
        this.undecidable[source] += undecidable;
    }

    /// <summary>Leaves a violation that knows its source and is counted already.</summary>
    internal void Keep(in Violation violation) => violations.Add(violation);

    /// <summary>
    /// Takes over the counts of some sources and those of their violations that are chosen, from a log of an earlier version of
    /// the data in which <paramref name="gone"/> of it is no longer true.
    /// </summary>
    /// <param name="earlier">The log.</param>
    /// <param name="gone">The part of the log that is to be left out; only its counts matter.</param>
    /// <param name="takes">For each source of this log whether it is taken over; a source has the same number in both.</param>
    /// <param name="move">The violation as it stands now; null where it is gone.</param>
    internal void TakeOver(ViolationLog earlier, ViolationLog gone, bool[] takes, Func<Violation, Violation?> move)
    {
        for (var source = 0; source < takes.Length; source++)
        {
            if (!takes[source])
                continue;
            satisfied[source] += earlier.satisfied[source] - gone.satisfied[source];
            violated[source] += earlier.violated[source] - gone.violated[source];
            undecidable[source] += earlier.undecidable[source] - gone.undecidable[source];
        }

        violations.EnsureCapacity(violations.Count + earlier.violations.Count);
        foreach (var violation in earlier.violations)
            if (violation.Source < takes.Length && takes[violation.Source] && move(violation) is { } moved)
                violations.Add(moved);
    }

    /// <summary>Puts the same violations into an order, which is kept where they are taken over.</summary>
    internal void BringInOrder(ReadOnlySpan<Violation> ordered)
    {
        violations.Clear();
        violations.AddRange(ordered);
    }

    public void Add(ViolationLog other)
    {
        Undecided.AddRange(other.Undecided);
        violations.AddRange(other.violations);
        for (var source = 0; source < satisfied.Length; source++)
        {
            satisfied[source] += other.satisfied[source];
            violated[source] += other.violated[source];
            undecidable[source] += other.undecidable[source];
        }
    }
}
