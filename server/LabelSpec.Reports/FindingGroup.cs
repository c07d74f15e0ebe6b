using System.Collections.Immutable;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;

namespace LabelSpec.Reports;

/// <summary>The findings of one rule at one severity: how many there are, and which of them are shown.</summary>
/// <param name="Shown">Indices into the list of findings, ascending.</param>
public sealed record FindingGroup(string Rule, Severity Severity, int Count, ImmutableArray<int> Shown)
{
    public int Hidden => Count - Shown.Length;

    /// <summary>Groups the findings, the gravest groups first, then in the order in which they first occur.</summary>
    /// <param name="maxPerRule">How many of each group are shown; 0 shows all.</param>
    public static ImmutableArray<FindingGroup> Of(FindingList findings, int maxPerRule)
    {
        var limit = maxPerRule > 0 ? maxPerRule : int.MaxValue;
        var byKind = new Dictionary<(string Rule, Severity Severity), (int Count, List<int> Shown)>();
        for (var index = 0; index < findings.Count; index++)
        {
            var kind = (findings.RuleAt(index), findings.SeverityAt(index));
            var (count, shown) = byKind.TryGetValue(kind, out var known) ? known : (0, []);
            if (count < limit)
                shown.Add(index);
            byKind[kind] = (count + 1, shown);
        }

        return
        [
            .. byKind
                .Select(group => new FindingGroup(
                    group.Key.Rule,
                    group.Key.Severity,
                    group.Value.Count,
                    [.. group.Value.Shown]
                ))
                .OrderByDescending(group => group.Severity)
                .ThenBy(group => group.Shown[0]),
        ];
    }
}
