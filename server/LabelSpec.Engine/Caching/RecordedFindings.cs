using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Caching;

/// <summary>Remembers the findings that somebody asked for, so that the next run need not make them again.</summary>
public sealed class RecordedFindings(FindingList findings) : FindingList
{
    /// <summary>More would make writing the cache dearer than it can save.</summary>
    const int Most = 100_000;

    readonly SortedDictionary<int, Finding> asked = [];
    readonly Lock recording = new();

    public override int Count => findings.Count;

    /// <summary>What was asked for, by its place in the list.</summary>
    public IReadOnlyCollection<KeyValuePair<int, Finding>> Asked => asked;

    public override Finding this[int index] => Record(index, findings[index]);

    public override IEnumerable<Finding> Make(IEnumerable<int> indexes)
    {
        var taken = new Queue<int>();
        foreach (var finding in findings.Make(indexes.Select(Take)))
            yield return Record(taken.Dequeue(), finding);

        // Findings may be asked for ahead of the one that is handed out.
        int Take(int index)
        {
            taken.Enqueue(index);
            return index;
        }
    }

    public override string RuleAt(int index) => findings.RuleAt(index);

    public override Severity SeverityAt(int index) => findings.SeverityAt(index);

    public override string FileAt(int index) => findings.FileAt(index);

    Finding Record(int index, Finding finding)
    {
        lock (recording)
            if (asked.Count < Most)
                asked[index] = finding;
        return finding;
    }
}
