using LabelSpec.Engine.Rules.Aggregates;

namespace LabelSpec.Engine.Rules;

/// <summary>
/// The states of everything that rules count and sum up over the whole data, in the order of the guideline. Totals of parts of
/// the data, of the same guideline, add up to those of the whole.
/// </summary>
public sealed class RuleTotals
{
    internal RuleTotals(int count) => States = [.. Enumerable.Range(0, count).Select(_ => new TotalState())];

    public IReadOnlyList<TotalState> States { get; }

    public void Add(RuleTotals other)
    {
        for (var i = 0; i < States.Count; i++)
            States[i].Add(other.States[i]);
    }
}
