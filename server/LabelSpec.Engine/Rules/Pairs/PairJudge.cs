using LabelSpec.Engine.Rules.Data;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Rules.Pairs;

/// <summary>
/// Judges rules over pairs in the image at hand: all pairs where there are few, else those that the plan wants looked at, and
/// the rest by counting. Both ways come to the same. One for each thread.
/// </summary>
/// <param name="data">The data.</param>
/// <param name="lookAtAll">Whether to look at all pairs always.</param>
sealed class PairJudge(JudgedData data, bool lookAtAll)
{
    // Up to so many pairs, looking costs less than planning.
    const int FewPairs = 1024;

    readonly List<int> first = [];
    readonly List<int> second = [];
    readonly SparsePairs sparse = new(data);

    public void Judge(PairRule rule, Frame frame, ViolationLog log)
    {
        var sameClasses = rule.First.Set == rule.Second.Set;
        Collect(frame.Rows.Of(rule.First.Set), first);
        if (first.Count == 0)
            return;
        if (!sameClasses)
            Collect(frame.Rows.Of(rule.Second.Set), second);
        var others = sameClasses ? first : second;
        var isSparse = !lookAtAll && (long)first.Count * others.Count > FewPairs && rule.Plan.IsWorthwhile;
        if (!isSparse || !sparse.TryJudge(rule, frame, log, first, others))
            JudgeAll(rule, frame, log, others, sameClasses);
        frame.Partners.Leave(log, rule.Rule.Source);
    }

    void JudgeAll(PairRule rule, Frame frame, ViolationLog log, List<int> others, bool sameClasses)
    {
        if (sameClasses)
        {
            for (var i = 0; i < first.Count; i++)
            for (var k = i + 1; k < first.Count; k++)
                rule.Judge(frame, log, first[i], first[k], true, true);
            return;
        }
        foreach (var a in first)
        {
            var aIsSecond = others.BinarySearch(a) >= 0;
            foreach (var b in others)
            {
                if (a == b)
                    continue;
                var bIsFirst = aIsSecond && first.BinarySearch(b) >= 0;
                // A pair that fits both ways round is met twice.
                if (!bIsFirst)
                    JudgeInOrder(rule, frame, log, a, b);
                else if (a < b)
                    rule.Judge(frame, log, a, b, true, true);
            }
        }
    }

    static void JudgeInOrder(PairRule rule, Frame frame, ViolationLog log, int a, int b)
    {
        if (a < b)
            rule.Judge(frame, log, a, b, true, false);
        else
            rule.Judge(frame, log, b, a, false, true);
    }

    void Collect(ReadOnlySpan<int> rows, List<int> judged)
    {
        judged.Clear();
        foreach (var row in rows)
            if (!data.IsIgnored(row))
                judged.Add(row);
    }
}
