using LabelSpec.Engine.Rules.Data;
using LabelSpec.Engine.Rules.Nearby;
using LabelSpec.Engine.Rules.Shapes;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Pairs;

/// <summary>
/// Judges the pairs of one image that a plan wants looked at: those near each other, those that have a key in common, those
/// with an annotation that lies nowhere, and those whose outcome stays open. All others are counted.
/// </summary>
sealed class SparsePairs(JudgedData data)
{
    readonly List<PairItem> items = [];
    readonly List<int> nowhere = [];
    readonly List<Box> bounds = [];
    readonly List<int> somewhere = [];

    // More kinds of annotations than this are too many to pair up.
    const int MostKinds = 200;

    /// <returns>False where looking at all pairs is the better way; then nothing has been judged.</returns>
    public bool TryJudge(PairRule rule, Frame frame, ViolationLog log, List<int> first, List<int> second)
    {
        Gather(rule, first, second);
        var kinds = new PairKinds(rule, frame, items, somewhere);
        if (kinds.Count > MostKinds)
            return false;
        var seen = new SeenPairs(rule, frame, log, items, kinds);
        LookAtNowhere(seen);
        if (rule.Plan.UsesDistance)
            LookAtNear(rule.Plan.Proximity, seen);
        if (rule.Plan.UsesKeys)
            LookAtKeys(rule, frame, seen);
        kinds.CountUnseen(log, seen, (a, b) => IsSeen(rule, frame, a, b));
        return true;
    }

    void Gather(PairRule rule, List<int> first, List<int> second)
    {
        items.Clear();
        nowhere.Clear();
        somewhere.Clear();
        bounds.Clear();
        int i = 0,
            k = 0;
        // Both lists are in file order; what is in both becomes one item.
        while (i < first.Count || k < second.Count)
        {
            var a = i < first.Count ? first[i] : int.MaxValue;
            var b = k < second.Count ? second[k] : int.MaxValue;
            var row = Math.Min(a, b);
            AddItem(rule, new PairItem(row, a == row, b == row));
            if (a == row)
                i++;
            if (b == row)
                k++;
        }
    }

    void AddItem(PairRule rule, PairItem item)
    {
        var isNowhere = rule.Plan.UsesDistance && !data.Annotations.CanBeFar(item.Row, rule.Plan.Proximity);
        (isNowhere ? nowhere : somewhere).Add(items.Count);
        if (!isNowhere)
            bounds.Add(data.Annotations.BoundsOf(item.Row));
        items.Add(item);
    }

    void LookAtNowhere(SeenPairs seen)
    {
        for (var i = 0; i < nowhere.Count; i++)
        {
            foreach (var other in somewhere)
                seen.LookUncounted(nowhere[i], other);
            for (var k = i + 1; k < nowhere.Count; k++)
                seen.LookUncounted(nowhere[i], nowhere[k]);
        }
    }

    void LookAtNear(Proximity near, SeenPairs seen)
    {
        var visitor = new NearVisitor(somewhere, seen);
        BoxPairs.Visit(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bounds), near.Distance, ref visitor);
    }

    void LookAtKeys(PairRule rule, Frame frame, SeenPairs seen)
    {
        var met = new HashSet<(int, int)>();
        foreach (var leaf in rule.Plan.Leaves)
        {
            if (!rule.Plan.IsKey(leaf))
                continue;
            var byKey = new Dictionary<long, List<int>>();
            foreach (var item in somewhere)
                if (items[item].IsFirst && Key(frame, rule.First.Slot, leaf.Key!.First, item) is { } key)
                {
                    if (!byKey.TryGetValue(key, out var list))
                        byKey.Add(key, list = []);
                    list.Add(item);
                }
            foreach (var item in somewhere)
            {
                if (!items[item].IsSecond || Key(frame, rule.Second.Slot, leaf.Key!.Second, item) is not { } key)
                    continue;
                foreach (var other in byKey.GetValueOrDefault(key) ?? [])
                    if (
                        other != item
                        && !IsNear(rule, items[item].Row, items[other].Row)
                        && met.Add((Math.Min(item, other), Math.Max(item, other)))
                    )
                        seen.Look(item, other);
            }
        }
    }

    long? Key(Frame frame, int slot, KeyOf key, int item)
    {
        frame.Slots[slot] = items[item].Row;
        return key(frame);
    }

    // Whether one of the passes above has looked at a pair of items that lie somewhere.
    bool IsSeen(PairRule rule, Frame frame, int a, int b)
    {
        if (IsNear(rule, items[a].Row, items[b].Row))
            return true;
        if (!rule.Plan.UsesKeys)
            return false;
        foreach (var leaf in rule.Plan.Leaves)
            if (
                rule.Plan.IsKey(leaf)
                && (HaveKey(rule, frame, leaf.Key!, a, b) || HaveKey(rule, frame, leaf.Key!, b, a))
            )
                return true;
        return false;
    }

    bool HaveKey(PairRule rule, Frame frame, PairKey key, int a, int b) =>
        items[a].IsFirst
        && items[b].IsSecond
        && Key(frame, rule.First.Slot, key.First, a) is { } one
        && Key(frame, rule.Second.Slot, key.Second, b) is { } other
        && one == other;

    bool IsNear(PairRule rule, int row, int other)
    {
        if (!rule.Plan.UsesDistance)
            return false;
        var distance = rule.Plan.Proximity.Distance;
        var (a, b) = (data.Annotations.BoundsOf(row), data.Annotations.BoundsOf(other));
        return a.Left <= b.Right + distance
            && b.Left <= a.Right + distance
            && a.Top <= b.Bottom + distance
            && b.Top <= a.Bottom + distance;
    }

    readonly struct NearVisitor(List<int> somewhere, SeenPairs seen) : IBoxPairVisitor
    {
        public bool Visit(int first, int second)
        {
            seen.Look(somewhere[first], somewhere[second]);
            return true;
        }
    }
}
