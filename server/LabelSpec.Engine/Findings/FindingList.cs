using System.Collections;
using System.Collections.Immutable;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Findings;

/// <summary>
/// Findings in their final order: by file, by the position of the element, by rule. A finding's texts, places and
/// fixes are made when it is asked for, so that a million findings of which twenty are shown cost twenty.
/// </summary>
public abstract class FindingList : IReadOnlyList<Finding>
{
    public abstract int Count { get; }

    /// <summary>Makes the finding; each call makes it anew.</summary>
    public abstract Finding this[int index] { get; }

    /// <summary>
    /// A few of many findings, for those who only show what is wrong: planning repairs may cost more than all the rest.
    /// </summary>
    /// <param name="indexes">In ascending order.</param>
    public virtual IReadOnlyList<Finding> WithoutFixes(IReadOnlyList<int> indexes) =>
        [.. indexes.Select(index => this[index])];

    /// <summary>The rule or code of a finding, without making it.</summary>
    public abstract string RuleAt(int index);

    /// <summary>The severity of a finding, without making it.</summary>
    public abstract Severity SeverityAt(int index);

    /// <summary>The path of the file a finding stands in, without making it.</summary>
    public abstract string FileAt(int index);

    /// <summary>Where a finding begins, or the element that it is about, whichever needs less work; in bytes of its file.</summary>
    public virtual long StartAt(int index) => this[index].Location.Start;

    /// <summary>Makes findings in the order asked for, which may be some time ahead and on several threads.</summary>
    public virtual IEnumerable<Finding> Make(IEnumerable<int> indexes) => indexes.Select(index => this[index]);

    public static FindingList Of(IEnumerable<Finding> findings) => new Ready([.. findings]);

    public IEnumerator<Finding> GetEnumerator() => Make(Enumerable.Range(0, Count)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    sealed class Ready(ImmutableArray<Finding> findings) : FindingList
    {
        public override int Count => findings.Length;

        public override Finding this[int index] => findings[index];

        public override string RuleAt(int index) => findings[index].Rule;

        public override Severity SeverityAt(int index) => findings[index].Severity;

        public override string FileAt(int index) => findings[index].Location.File;
    }
}
