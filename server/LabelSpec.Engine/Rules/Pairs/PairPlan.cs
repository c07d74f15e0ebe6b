using LabelSpec.Engine.Rules.Judging;
using LabelSpec.Engine.Rules.Nearby;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Engine.Rules.Pairs;

/// <summary>
/// How the outcome of a rule follows for pairs that nobody looks at: pairs that are far from each other, or differ in a
/// key. What then remains are conditions on one of the two, which cost one evaluation for each annotation.
/// </summary>
sealed class PairPlan
{
    // More conditions than this on one side make too many kinds of annotations to pair up.
    const int MostConditions = 12;

    // Kinds of annotations are told apart by two bits for each condition.
    const int MostLeaves = 60;

    readonly PairCondition applies;
    readonly PairCondition holds;
    readonly PairCondition excused;

    public PairPlan(RuleSymbol rule, PairAnalysis analysis)
    {
        applies = analysis.Applies(rule);
        holds = analysis.Holds(rule);
        excused = analysis.Excused(rule);
        Leaves = [.. analysis.Leaves];
        Proximity = analysis.Proximity;
        (UsesDistance, UsesKeys) = Choose();
    }

    public PairLeaf[] Leaves { get; }

    public Proximity Proximity { get; }

    /// <summary>Whether pairs that are near each other are looked at.</summary>
    public bool UsesDistance { get; }

    /// <summary>Whether pairs that have a key in common are looked at.</summary>
    public bool UsesKeys { get; }

    /// <summary>Whether anything is gained over looking at all pairs.</summary>
    public bool IsWorthwhile =>
        Leaves.Length <= MostLeaves
        && Leaves.Count(leaf => leaf.Side != PairSide.Both) <= MostConditions
        && (UsesDistance || UsesKeys || Leaves.Any(leaf => leaf.Side is PairSide.First or PairSide.Second));

    public bool IsNear(PairLeaf leaf) => UsesDistance && leaf is { Side: PairSide.Both, Far.IsCertain: true };

    public bool IsKey(PairLeaf leaf) => UsesKeys && leaf.Key is not null;

    /// <summary>The outcome of pairs nobody looks at, or null where it is open.</summary>
    public RuleOutcome? Outcome(ReadOnlySpan<TruthRange> leaves) =>
        RuleOutcomes.Of(applies.Range(leaves), holds.Range(leaves), excused.Range(leaves));

    /// <summary>What a condition on both comes to where no pair is looked at.</summary>
    public TruthRange Unseen(PairLeaf leaf, bool keysKnown) =>
        IsNear(leaf) ? leaf.Far
        : !IsKey(leaf) ? TruthRange.Open
        : !keysKnown ? TruthRange.Of(Truth.Unknown)
        : TruthRange.Of(Kleene.Of(leaf.Key!.Operation == ComparisonOperator.NotEqual));

    // The least that leaves nothing open, whatever the conditions on one side come to.
    (bool Distance, bool Keys) Choose()
    {
        var near = Leaves.Any(leaf => leaf is { Side: PairSide.Both, Far.IsCertain: true });
        var keys = Leaves.Any(leaf => leaf.Key is not null);
        if (near && keys)
        {
            var single = Leaves.Count(leaf => leaf.Side != PairSide.Both);
            if (single <= 6 && LeavesNothingOpen(true, false))
                return (true, false);
            if (single <= 6 && LeavesNothingOpen(false, true))
                return (false, true);
        }
        return (near, keys);
    }

    bool LeavesNothingOpen(bool distance, bool keys)
    {
        Span<TruthRange> values = stackalloc TruthRange[Leaves.Length];
        var singles = new List<int>();
        for (var i = 0; i < Leaves.Length; i++)
            if (Leaves[i].Side != PairSide.Both)
                singles.Add(i);
        foreach (var known in keys ? new[] { true, false } : [true])
        {
            for (var i = 0; i < Leaves.Length; i++)
                values[i] =
                    distance && Leaves[i].Far.IsCertain ? Leaves[i].Far
                    : keys && Leaves[i].Key is { } key
                        ? TruthRange.Of(known ? Kleene.Of(key.Operation == ComparisonOperator.NotEqual) : Truth.Unknown)
                    : TruthRange.Open;
            if (!ForAll(singles, 0, values))
                return false;
        }
        return true;
    }

    bool ForAll(List<int> singles, int at, Span<TruthRange> values)
    {
        if (at == singles.Count)
            return Outcome(values) is not (null or RuleOutcome.Violated);
        for (var value = -1; value <= 1; value++)
        {
            values[singles[at]] = TruthRange.Of((Truth)value);
            if (!ForAll(singles, at + 1, values))
                return false;
        }
        return true;
    }
}
