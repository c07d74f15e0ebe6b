using LabelSpec.Engine.Findings;

namespace LabelSpec.Reports;

/// <summary>The findings that a report lists, in their own order.</summary>
public static class ShownFindings
{
    /// <summary>The first <paramref name="maxPerRule"/> findings of each rule; all of them when it is 0.</summary>
    public static IEnumerable<Finding> Of(FindingList findings, int maxPerRule) =>
        findings.Make(Indexes(findings, maxPerRule));

    static IEnumerable<int> Indexes(FindingList findings, int maxPerRule)
    {
        var counts = new Dictionary<string, int>();
        for (var index = 0; index < findings.Count; index++)
        {
            if (maxPerRule > 0)
            {
                var rule = findings.RuleAt(index);
                var count = counts.GetValueOrDefault(rule);
                if (count >= maxPerRule)
                    continue;
                counts[rule] = count + 1;
            }

            yield return index;
        }
    }
}
