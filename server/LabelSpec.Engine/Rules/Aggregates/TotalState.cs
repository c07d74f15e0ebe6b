using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;

namespace LabelSpec.Engine.Rules.Aggregates;

/// <summary>
/// What a quantifier or aggregate has seen so far. States of parts of the data add up, in any order, to exactly the state of
/// the whole, so that parts may be judged by different threads or machines.
/// </summary>
public sealed class TotalState
{
    readonly ExactSum sum = new();

    public TotalState() { }

    TotalState(ExactSum sum) => this.sum = sum;

    /// <summary>Those for which the condition holds.</summary>
    public long Count { get; private set; }

    /// <summary>Those for which condition or number are unknown.</summary>
    public long Unknown { get; private set; }

    /// <summary>The smallest number; infinite while there is none.</summary>
    public double Smallest { get; private set; } = double.PositiveInfinity;

    /// <summary>The greatest number; infinite while there is none.</summary>
    public double Greatest { get; private set; } = double.NegativeInfinity;

    /// <summary>Whether the condition holds for any: Kleene's <c>or</c> over all.</summary>
    public Truth Any =>
        Count > 0 ? Truth.True
        : Unknown > 0 ? Truth.Unknown
        : Truth.False;

    public void Add(Truth counts)
    {
        if (counts == Truth.True)
            Count++;
        else if (counts == Truth.Unknown)
            Unknown++;
    }

    /// <summary>Numbers that are not finite have no place in a sum, and count as unknown.</summary>
    public void Add(Truth counts, double number)
    {
        if (counts == Truth.False)
            return;
        if (counts == Truth.Unknown || !double.IsFinite(number))
        {
            Unknown++;
            return;
        }
        Count++;
        sum.Add(number);
        Smallest = Math.Min(Smallest, number);
        Greatest = Math.Max(Greatest, number);
    }

    public void Add(TotalState other)
    {
        Count += other.Count;
        Unknown += other.Unknown;
        Smallest = Math.Min(Smallest, other.Smallest);
        Greatest = Math.Max(Greatest, other.Greatest);
        sum.Add(other.sum);
    }

    /// <summary>Unknown, which is NaN, as soon as one is; and over nothing, except for counts and sums.</summary>
    public double Result(AggregateKind kind)
    {
        if (Unknown > 0 || Count == 0 && kind is not (AggregateKind.Count or AggregateKind.Sum))
            return double.NaN;
        return kind switch
        {
            AggregateKind.Count => Count,
            AggregateKind.Sum => sum.Value,
            AggregateKind.Min => Smallest,
            AggregateKind.Max => Greatest,
            _ => sum.Value / Count,
        };
    }

    /// <summary>The state as plain numbers, for another process to continue from.</summary>
    public TotalNumbers ToNumbers() => new(Count, Unknown, Smallest, Greatest, [.. sum.ToState()]);

    public static TotalState FromNumbers(TotalNumbers numbers) =>
        new(ExactSum.FromState(numbers.Sum.AsSpan()))
        {
            Count = numbers.Count,
            Unknown = numbers.Unknown,
            Smallest = numbers.Smallest,
            Greatest = numbers.Greatest,
        };
}
