using LabelSpec.Engine.Rules.Nearby;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;

namespace LabelSpec.Engine.Rules.Pairs;

/// <summary>A condition on pairs, taken apart down to conditions that speak of one of the two, or of both.</summary>
abstract class PairCondition
{
    /// <param name="leaves">What each leaf may come to.</param>
    public abstract TruthRange Range(ReadOnlySpan<TruthRange> leaves);

    public sealed class Constant(Truth value) : PairCondition
    {
        public override TruthRange Range(ReadOnlySpan<TruthRange> leaves) => TruthRange.Of(value);
    }

    public sealed class Leaf(int index) : PairCondition
    {
        public override TruthRange Range(ReadOnlySpan<TruthRange> leaves) => leaves[index];
    }

    public sealed class Not(PairCondition operand) : PairCondition
    {
        public override TruthRange Range(ReadOnlySpan<TruthRange> leaves) => operand.Range(leaves).Not();
    }

    public sealed class Joined(PairCondition left, LogicOperator operation, PairCondition right) : PairCondition
    {
        public override TruthRange Range(ReadOnlySpan<TruthRange> leaves) =>
            FarAway.Of(operation, left.Range(leaves), right.Range(leaves));
    }
}
