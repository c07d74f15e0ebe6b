using LabelSpec.Engine.Rules.Values;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Rules.Pairs;

/// <summary>Judges pairs of items, and remembers how many of each kind have been looked at.</summary>
sealed class SeenPairs(PairRule rule, Frame frame, ViolationLog log, List<PairItem> items, PairKinds kinds)
{
    readonly long[] seen = new long[kinds.Count * kinds.Count];

    public void Look(int a, int b)
    {
        seen[Index(kinds.Of(a), kinds.Of(b))]++;
        LookUncounted(a, b);
    }

    /// <summary>Looks at a pair that no kind counts.</summary>
    public void LookUncounted(int a, int b)
    {
        var (x, y) = items[a].Row < items[b].Row ? (items[a], items[b]) : (items[b], items[a]);
        rule.Judge(frame, log, x.Row, y.Row, x.IsFirst && y.IsSecond, y.IsFirst && x.IsSecond);
    }

    /// <summary>How many pairs of two kinds have been looked at.</summary>
    public long Of(int kind, int other) => seen[Index(kind, other)];

    int Index(int kind, int other) => Math.Min(kind, other) * kinds.Count + Math.Max(kind, other);
}
