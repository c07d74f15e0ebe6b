using System.Collections.Immutable;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Sharding;

/// <summary>What one shard found: violations by row, and the counts of each rule. Shares of all shards add up to the whole.</summary>
public sealed class JudgedShare
{
    internal JudgedShare(ImmutableArray<string> rules, ImmutableArray<double> totals, ViolationLog log)
    {
        Rules = rules;
        Totals = totals;
        Log = log;
    }

    /// <summary>The names or codes of all that judged, in the order that violations count them.</summary>
    public ImmutableArray<string> Rules { get; }

    /// <summary>What rules counted over the whole data; every shard counts all of it, so all have the same.</summary>
    internal ImmutableArray<double> Totals { get; }

    public int Violations => Log.Violations.Count;

    internal ViolationLog Log { get; }

    /// <exception cref="ArgumentException">The other share was judged by other rules.</exception>
    public void Add(JudgedShare other)
    {
        if (!Rules.SequenceEqual(other.Rules))
            throw new ArgumentException("Shares of different rules do not add up.", nameof(other));
        Log.Add(other.Log);
    }
}
