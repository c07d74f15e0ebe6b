using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Caching;

/// <summary>Findings of an earlier run. One that nobody asked for then is made by judging again.</summary>
sealed class RememberedFindings(
    string[] rules,
    Severity[] severities,
    string[] files,
    Dictionary<int, Finding> known,
    Func<FindingList> judgeAgain
) : FindingList
{
    readonly Lazy<FindingList> again = new(judgeAgain);

    public override int Count => rules.Length;

    public override Finding this[int index] => known.TryGetValue(index, out var finding) ? finding : again.Value[index];

    public override string RuleAt(int index) => rules[index];

    public override Severity SeverityAt(int index) => severities[index];

    public override string FileAt(int index) => files[index];
}
