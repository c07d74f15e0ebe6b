using LabelSpec.Engine.Rules.Judging;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Rules.Pairs;

/// <summary>
/// Annotations sorted by what the rule's conditions on one side come to for them. Two annotations of the same kind take part
/// in unseen pairs with the same outcomes, so that those pairs need not be looked at.
/// </summary>
sealed class PairKinds
{
    readonly PairRule rule;
    readonly int[] kindOfItem;
    readonly List<List<int>> members = [];
    readonly List<Traits> traits = [];
    readonly TruthRange[] leaves;

    /// <param name="rule">The rule.</param>
    /// <param name="frame">Where to evaluate.</param>
    /// <param name="items">All annotations that the rule speaks of.</param>
    /// <param name="sorted">Those to be sorted.</param>
    public PairKinds(PairRule rule, Frame frame, List<PairItem> items, List<int> sorted)
    {
        this.rule = rule;
        kindOfItem = new int[items.Count];
        leaves = new TruthRange[rule.Plan.Leaves.Length];
        var kinds = new Dictionary<Traits, int>();
        foreach (var item in sorted)
        {
            var found = TraitsOf(frame, items[item]);
            if (!kinds.TryGetValue(found, out var kind))
            {
                kind = members.Count;
                kinds.Add(found, kind);
                members.Add([]);
                traits.Add(found);
            }
            kindOfItem[item] = kind;
            members[kind].Add(item);
        }
        for (var i = 0; i < leaves.Length; i++)
            if (rule.Plan.Leaves[i].Side == PairSide.Neither)
                leaves[i] = TruthRange.Of(rule.Plan.Leaves[i].Holds(frame));
    }

    public int Count => members.Count;

    public int Of(int item) => kindOfItem[item];

    /// <summary>Counts the pairs that nobody has looked at; looks at those whose outcome is open after all.</summary>
    public void CountUnseen(ViolationLog log, SeenPairs seen, Func<int, int, bool> isSeen)
    {
        for (var kind = 0; kind < Count; kind++)
        for (var other = kind; other < Count; other++)
        {
            long size = members[kind].Count;
            var pairs = kind == other ? size * (size - 1) / 2 : size * members[other].Count;
            var unseen = pairs - seen.Of(kind, other);
            if (unseen > 0 && !TryCount(log, kind, other, unseen))
                LookAtAll(kind, other, seen, isSeen);
        }
    }

    bool TryCount(ViolationLog log, int kind, int other, long pairs)
    {
        var forward = Outcome(kind, other);
        var backward = Outcome(other, kind);
        if (forward is null or RuleOutcome.Violated || backward is null or RuleOutcome.Violated)
            return false;
        if (rule.IsOrdered)
        {
            rule.LeaveUnseen(log, forward.Value, pairs);
            rule.LeaveUnseen(log, backward.Value, pairs);
        }
        else
            rule.LeaveUnseen(log, RuleOutcomes.Worse(forward.Value, backward.Value), pairs);
        return true;
    }

    // Pairs whose classes do not fit this way round are no bindings; like bindings that do not apply, nobody counts them.
    RuleOutcome? Outcome(int first, int second)
    {
        var (a, b) = (traits[first], traits[second]);
        if (!a.IsFirst || !b.IsSecond)
            return RuleOutcome.NotApplicable;
        for (var i = 0; i < leaves.Length; i++)
        {
            var leaf = rule.Plan.Leaves[i];
            leaves[i] = leaf.Side switch
            {
                PairSide.First => TruthRange.Of(a.AsFirst(i)),
                PairSide.Second => TruthRange.Of(b.AsSecond(i)),
                PairSide.Both => rule.Plan.Unseen(
                    leaf,
                    a.AsFirst(i) != Truth.Unknown && b.AsSecond(i) != Truth.Unknown
                ),
                _ => leaves[i],
            };
        }
        return rule.Plan.Outcome(leaves);
    }

    void LookAtAll(int kind, int other, SeenPairs seen, Func<int, int, bool> isSeen)
    {
        for (var i = 0; i < members[kind].Count; i++)
        for (var k = kind == other ? i + 1 : 0; k < members[other].Count; k++)
            if (!isSeen(members[kind][i], members[other][k]))
                seen.LookUncounted(members[kind][i], members[other][k]);
    }

    Traits TraitsOf(Frame frame, PairItem item)
    {
        UInt128 asFirst = 0,
            asSecond = 0;
        for (var i = 0; i < rule.Plan.Leaves.Length; i++)
        {
            var leaf = rule.Plan.Leaves[i];
            if (item.IsFirst)
            {
                frame.Slots[rule.First.Slot] = item.Row;
                asFirst |= Traits.Bits(i, Trait(frame, leaf, PairSide.First, leaf.Key?.First));
            }
            if (item.IsSecond)
            {
                frame.Slots[rule.Second.Slot] = item.Row;
                asSecond |= Traits.Bits(i, Trait(frame, leaf, PairSide.Second, leaf.Key?.Second));
            }
        }
        return new Traits(item.IsFirst, item.IsSecond, asFirst, asSecond);
    }

    // Of keys only whether they are known.
    Truth Trait(Frame frame, PairLeaf leaf, PairSide side, KeyOf? key) =>
        leaf.Side == side ? leaf.Holds(frame)
        : key is not null && rule.Plan.IsKey(leaf) && key(frame) is null ? Truth.Unknown
        : Truth.True;

    /// <summary>Two bits for each leaf.</summary>
    readonly record struct Traits(bool IsFirst, bool IsSecond, UInt128 First, UInt128 Second)
    {
        public static UInt128 Bits(int leaf, Truth value) => (UInt128)(uint)((int)value + 1) << (2 * leaf);

        public Truth AsFirst(int leaf) => (Truth)((int)((First >> (2 * leaf)) & 3) - 1);

        public Truth AsSecond(int leaf) => (Truth)((int)((Second >> (2 * leaf)) & 3) - 1);
    }
}
